"""Extends the Okabe-Ito palette by greedily adding the colour farthest (CIE76) from all chosen ones, as Glasbey et al. 2007 do.
Lightness is kept between 35 and 80 so that points show on a light and on a dark ground, chroma under 80 so that none shouts."""
import numpy as np
OKABE=["0072B2","E69F00","009E73","D55E00","CC79A7","56B4E9","F0E442","000000"]
def lab(rgb):
    c=np.asarray(rgb,float)/255; c=np.where(c<=.04045,c/12.92,((c+.055)/1.055)**2.4)
    m=np.array([[.4124564,.3575761,.1804375],[.2126729,.7151522,.0721750],[.0193339,.1191920,.9503041]])
    x=c@m.T/np.array([.95047,1,1.08883]); f=np.where(x>216/24389,np.cbrt(x),(24389/27*x+16)/116)
    return np.stack([116*f[...,1]-16,500*(f[...,0]-f[...,1]),200*(f[...,1]-f[...,2])],-1)
g=np.array([[r,gg,b] for r in range(0,256,8) for gg in range(0,256,8) for b in range(0,256,8)])
L=lab(g); ok=(L[:,0]>=35)&(L[:,0]<=80)&(np.hypot(L[:,1],L[:,2])<80); g=g[ok]; L=L[ok]
grounds=[[255,255,255],[153,153,153]]
chosen=[[int(h[i:i+2],16) for i in (0,2,4)] for h in OKABE]
d=np.min([np.linalg.norm(L-lab(c),axis=1) for c in chosen+grounds],0)
out=[]
for _ in range(16):
    i=int(np.argmax(d)); out.append("%02X%02X%02X"%tuple(g[i])); print(out[-1],round(d[i],1)); d=np.minimum(d,np.linalg.norm(L-L[i],axis=1))
print(",".join("0x"+o for o in out))
