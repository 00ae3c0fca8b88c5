"""The compiled kernel; where it cannot be built, mojifix runs in pure Python."""

from glob import glob

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            f"mojifix.kernel.{name}",
            [f"src/mojifix/kernel/{name}.pyx"],
            depends=sorted(glob("src/mojifix/kernel/*.pxi")),
            extra_compile_args=["-O3"],
            optional=True,
        )
        for name in ("_native", "_tokens", "_weights")
    ]
)
