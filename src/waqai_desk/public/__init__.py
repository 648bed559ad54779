"""The public face: what was published, delayed and coarsened by setting, and nothing else."""
