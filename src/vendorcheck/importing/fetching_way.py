"""The way to a server: whose certificates are believed, through which proxy, and the connection itself."""

import ssl
from base64 import b64encode
from http.client import HTTPSConnection
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.rulebook.config import Update

HTTPS_PORT, PROXY_PORT = 443, 80


class Way(NamedTuple):
    """How servers are reached: what is believed, and how the config says to go."""

    context: ssl.SSLContext
    update: Update


def way_of(update: Update) -> Way:
    """Return how servers are reached; an error where the certificates of the config cannot be read."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if update.ca:
        name = update.ca.as_posix()
        try:
            context.load_verify_locations(cafile=name)
        except OSError as error:
            reason = error.strerror or "it holds no certificate in PEM"
            raise VendorcheckError(
                "config_invalid",
                f"the certificates {name} cannot be used: {reason}",
                spot=Spot(name),
                help="`update.ca` names a file of the certificates of authorities, in PEM.",
            ) from error
    return Way(context, update)


def connected(way: Way, address: SplitResult) -> HTTPSConnection:
    """Return an open connection to the server of an address, through the proxy where there is one."""
    host, port = address.hostname or "", address.port or HTTPS_PORT
    proxy = proxy_of(way.update, host, port)
    timeout = way.update.connect_seconds
    if proxy is None:
        connection = HTTPSConnection(host, port, timeout=timeout, context=way.context)
    else:
        connection = HTTPSConnection(
            proxy.hostname or "", proxy.port or PROXY_PORT, timeout=timeout, context=way.context
        )
        connection.set_tunnel(host, port, _credentials(proxy))
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    connection.sock.settimeout(way.update.read_seconds)
    return connection


def proxy_of(update: Update, host: str, port: int = HTTPS_PORT) -> SplitResult | None:
    """Return the proxy on the way to a host: that of the config, else that of the environment or system, else None."""
    text = update.proxy
    if text is None:
        text = getproxies().get("https")
        if not text or proxy_bypass(f"{host}:{port}"):
            return None
    proxy = urlsplit(text if "://" in text else f"http://{text}")
    if proxy.scheme != "http" or not proxy.hostname:
        raise VendorcheckError(
            "config_invalid",
            f"the proxy is at {proxy.scheme}://{proxy.hostname or ''}, and only proxies at http:// can be used",
            help="Set `update.proxy` in the config, or HTTPS_PROXY: http://proxy.example:3128.",
        )
    return proxy


def _credentials(proxy: SplitResult) -> dict[str, str]:
    """What a proxy is told of who asks."""
    if proxy.username is None:
        return {}
    told = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + b64encode(told.encode()).decode("ascii")}
