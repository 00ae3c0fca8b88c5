"""The public face: names, laziness, and functions that share their name with a module."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

import mojifix


@pytest.mark.parametrize("name", mojifix.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert not isinstance(getattr(mojifix, name), ModuleType)
    assert name in dir(mojifix)


def test_the_list_of_names_is_sorted_and_complete() -> None:
    assert list(mojifix.__all__) == sorted(mojifix.__all__)
    assert set(mojifix.__all__) == set(mojifix._HOME)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'mojifix' has no attribute 'repiar'"):
        _ = mojifix.repiar  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["channels", "detect", "repair", "verify"])
def test_a_function_outranks_the_module_of_its_name(name: str) -> None:
    code = (
        f"import mojifix.{name}, sys, mojifix\n"
        f"assert callable(mojifix.{name}), mojifix.{name}\n"
        f"from mojifix import {name}\n"
        f"assert callable({name})\n"
        f"assert sys.modules['mojifix.{name}'].{name} is {name}\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_other_attributes_can_be_set() -> None:
    # The import system binds modules that are not public names, and tests patch functions.
    module = import_module("mojifix.errors")
    assert module is sys.modules["mojifix.errors"]
    assert mojifix.errors is module


def test_functions_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(mojifix.damage)) is mojifix.damage


def test_the_version_is_the_installed_one() -> None:
    from importlib.metadata import version

    assert mojifix.__version__ == version("mojifix")
