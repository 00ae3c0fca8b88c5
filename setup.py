"""The compiled kernel; where it cannot be built, mojifix runs in pure Python."""

from pathlib import Path

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            f"mojifix.kernel.{name}",
            [f"src/mojifix/kernel/{name}.pyx"],
            depends=sorted(map(str, Path("src/mojifix/kernel").glob("*.pxi"))),
            extra_compile_args=["-O3"],
            optional=True,
        )
        for name in ("_native", "_tokens", "_weights")
    ]
)
