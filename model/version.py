"""The version of the package, as installed."""

from importlib.metadata import PackageNotFoundError, version


def _installed() -> str:
    try:
        return version("rucoop")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0"


VERSION = _installed()
