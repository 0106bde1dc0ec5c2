# uwot's fast UMAP with two threads; prints one line of JSON. Rscript umap.R VECTORS.f32 ROWS DIMENSION POSITIONS.f32
# VECTORS.f32: little-endian float32, row-major, no header. Made for Debian's r-cran-uwot.
arguments <- commandArgs(TRUE)
rows <- as.integer(arguments[2]); dimension <- as.integer(arguments[3])
vectors <- matrix(readBin(arguments[1], "numeric", rows * dimension, size = 4, endian = "little"), rows, dimension, byrow = TRUE)
suppressMessages(library(uwot)); set.seed(42)
start <- proc.time()[[3]]
positions <- umap(vectors, n_neighbors = 15, min_dist = 0.1, metric = "cosine", n_threads = 2, n_sgd_threads = 2, fast_sgd = TRUE)
seconds <- proc.time()[[3]] - start
out <- file(arguments[4], "wb"); writeBin(as.vector(t(positions)), out, size = 4, endian = "little"); close(out)
memory <- as.integer(gsub("\\D", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) %/% 1024
cat(sprintf('{"seconds": %.3f, "peakMemoryMebibytes": %d, "peer": "uwot %s, fast_sgd"}\n', seconds, memory, packageVersion("uwot")))
