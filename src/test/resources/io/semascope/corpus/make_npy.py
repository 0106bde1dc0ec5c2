"""Makes the golden .npy files beside it. Run with numpy 1.24 or later: python3 make_npy.py"""

import numpy as np

rows = np.array([[0.5, -1.25, 3.0], [1e-7, 2.5e10, -0.0]], dtype="<f4")
np.save("float32.npy", rows)
np.save("float64.npy", rows.astype("<f8"))
np.save("fortran.npy", np.asfortranarray(rows))
np.save("one_axis.npy", rows[0])
np.save("integers.npy", np.array([[1, 2], [3, 4]], dtype="<i4"))
np.save("nan.npy", np.array([[1, 2], [3, np.nan]], dtype="<f4"))
np.save("zero.npy", np.array([[1, 2], [0, 0]], dtype="<f4"))
np.save("overflow.npy", np.array([[1, 2], [3, 1e300]], dtype="<f8"))
with open("version2.npy", "wb") as out:
    np.lib.format.write_array(out, rows, version=(2, 0))
