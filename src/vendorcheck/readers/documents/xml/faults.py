"""Why a document in XML is not read, on the way to an error that has a file's name."""


class XmlFault(Exception):  # noqa: N818 (it is a value on its way to an error that has a file's name)
    """Why a document is not read."""

    def __init__(self, reason: str) -> None:
        """Carry a reason in plain words."""
        super().__init__(reason)
        self.reason = reason


class NotCycloneDxError(Exception):
    """A document whose outermost element is another one."""

    def __init__(self, namespace: str, name: str) -> None:
        """Carry the name of the element and its namespace."""
        super().__init__(name)
        self.namespace = namespace
        self.name = name
