"""The compiled kernel; where it cannot be built, mojifix runs in pure Python."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "mojifix.kernel._native",
            ["src/mojifix/kernel/_native.pyx"],
            extra_compile_args=["-O3"],
            optional=True,
        )
    ]
)
