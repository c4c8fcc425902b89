"""The parts that `meedoen start` runs on one machine, on loopback only.

`part.py` says what a part is, `supervisor.py` keeps parts alive, `installation.py` lists the parts of a whole
Meedoen, and `short_lived.py` lends single parts to tests for the length of a `with`.
"""
