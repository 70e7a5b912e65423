"""CP-SAT's Python interface, loaded without pandas.

The interface takes pandas in for functions on whole series, none of which is used here, and to
name their types. Loading pandas takes longer than many a re-plan takes to be found, so that it
waits until somebody calls one of these functions.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.util
import sys
from importlib.machinery import SourceFileLoader
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_INTERFACE = "ortools.sat.python.cp_model"
_LATE = "pandas"


class _Late(ModuleType):
    """Stands for a module until something of it is needed other than the name of a type."""

    naming = True

    def __getattr__(self, name: str) -> Any:
        if self.naming:
            return type(name, (), {})
        return getattr(importlib.import_module(self.__name__), name)


class _Loader(SourceFileLoader):
    """Executes one module to which one other stands for itself, and changes nothing for others."""

    def exec_module(self, module: ModuleType) -> None:
        """Execute the module, whose own import of the other one is put off."""
        late = _Late(_LATE)

        def imported(name: str, *details: Any) -> ModuleType:
            return late if name == _LATE else builtins.__import__(name, *details)

        vars(module)["__builtins__"] = {**vars(builtins), "__import__": imported}
        super().exec_module(module)
        late.naming = False


def _load() -> ModuleType:
    """Return the interface; as it is where it, or pandas, is loaded already."""
    if {_INTERFACE, _LATE} & sys.modules.keys():
        return importlib.import_module(_INTERFACE)
    spec = importlib.util.find_spec(_INTERFACE)
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        return importlib.import_module(_INTERFACE)
    spec.loader = _Loader(spec.loader.name, spec.loader.path)
    module = importlib.util.module_from_spec(spec)
    package, _, short = _INTERFACE.rpartition(".")
    sys.modules[_INTERFACE] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[_INTERFACE]
        raise
    setattr(sys.modules[package], short, module)
    return module


if not TYPE_CHECKING:
    cp_model = _load()

__all__ = ["cp_model"]
