"""The same run on the machines of a cluster: the inputs in partitions, each read by a Dask worker and written once.

A partition is the unit of everything that may be lost: a worker that dies before its partition is written has done
nothing, and the partition goes to another; one that is written is there whole and is never read again.
"""
