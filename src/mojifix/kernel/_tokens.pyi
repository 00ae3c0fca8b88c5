from collections.abc import Callable
from typing import Any

class Tokenizer:
    def __init__(
        self,
        about: Callable[[str], tuple[int, str, int]],
        word: type[tuple[int, int, str, int]],
        first_other: int,
        mark: int,
        longest: int,
    ) -> None: ...
    def __call__(self, text: str) -> list[Any]: ...
