"""Requests to a SPARQL 1.1 endpoint, by the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol.

Credentials come from the environment: ``KGX_ENDPOINT_TOKEN``, or ``KGX_ENDPOINT_USER`` and
``KGX_ENDPOINT_PASSWORD``. They go to the host that is asked, and nowhere else: a redirection to
another host is an error.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.exceptions import HTTPError, ReadTimeoutError

from kgx.endpoint.address import Endpoint
from kgx.errors import QueryError

_LONGEST_URL = 2000
_BUSY = {429, 502, 503, 504}
_MOST_REDIRECTIONS = 3
_FIRST_WAIT = 0.5
_CONNECT = 10.0
_RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
_TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint answers; ``media_type`` without its parameters."""

    data: bytes
    media_type: str


def fetch_answer(endpoint: Endpoint, sparql: str, *, graph: bool) -> Answer:
    """Send a query: with GET, or with POST where it is long or GET is refused.

    Args:
        endpoint: Where to.
        sparql: The query.
        graph: Whether it answers with triples (CONSTRUCT, DESCRIBE).

    Raises:
        QueryError: The endpoint cannot be reached, or answers with an error; in one line.
    """
    headers = {"Accept": _TRIPLES if graph else _RESULTS}
    if len(sparql) < _LONGEST_URL:
        answer = _send(endpoint, "GET", params={"query": sparql}, headers=headers, or_none=405)
        if answer is not None:
            return answer
    return _need(_send(endpoint, "POST", data={"query": sparql}, headers=headers))


def send_update(endpoint: Endpoint, update: str) -> None:
    """Send a SPARQL 1.1 update.

    Raises:
        QueryError: As `fetch_answer`.
    """
    headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
    _send(endpoint, "POST", data=update.encode(), headers=headers)


def send_graph(endpoint: Endpoint, graph: str | None, triples: bytes, *, replace: bool) -> None:
    """Send N-Triples to a graph by the Graph Store HTTP Protocol.

    Args:
        endpoint: Its graph store.
        graph: The IRI of the graph; None for the default graph.
        triples: N-Triples.
        replace: Whether they take the place of what is there.

    Raises:
        QueryError: As `fetch_answer`.
    """
    params = {"default": ""} if graph is None else {"graph": graph}
    headers = {"Content-Type": "application/n-triples"}
    method = "PUT" if replace else "POST"
    _send(endpoint, method, params=params, data=triples, headers=headers)


def _need(answer: Answer | None) -> Answer:
    return answer or Answer(b"", "")


def _send(
    endpoint: Endpoint, method: str, *, or_none: int | None = None, **parts: Any
) -> Answer | None:
    """Send a request, again where that may help.

    Args:
        endpoint: Where to.
        method: Of HTTP.
        or_none: The status that gives None, not an error.
        parts: As ``requests.request`` takes them.
    """
    _check_url(endpoint.url)
    end = time.monotonic() + endpoint.timeout
    wait = _FIRST_WAIT
    for left in range(endpoint.retries, -1, -1):
        asked, trouble = "", f"{endpoint.url}: is busy: try later, or with a longer --timeout"
        try:
            with _request(endpoint, method, end, **parts) as response:
                if response.status_code not in _BUSY or not left:
                    return _read_response(endpoint, response, end, or_none)
                asked = response.headers.get("Retry-After", "")
        except (requests.RequestException, HTTPError, ValueError) as err:
            trouble = _describe(endpoint, err, end)
            if not left or not isinstance(err, requests.ConnectionError):
                raise QueryError(trouble) from err
        pause = float(asked) if re.fullmatch(r"\d{1,4}", asked) else wait
        if time.monotonic() + pause > end:
            raise QueryError(trouble)
        time.sleep(pause)
        wait *= 2
    return None


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise QueryError(
            f"{parts.scheme}://...@{parts.hostname}: credentials go into the environment, as "
            "KGX_ENDPOINT_USER and KGX_ENDPOINT_PASSWORD, not into the address"
        )


def _request(endpoint: Endpoint, method: str, end: float, **parts: Any) -> requests.Response:
    """One answer, still to be read, after redirections and a question for credentials."""
    url, auth = endpoint.url, None
    for _ in range(_MOST_REDIRECTIONS + 2):
        left = max(0.01, end - time.monotonic())
        response = requests.request(
            method,
            url,
            timeout=(min(_CONNECT, left), left),
            stream=True,
            allow_redirects=False,
            auth=auth or _Token(),
            **parts,
        )
        if response.is_redirect:
            url = _follow(response.url, response)
            parts.pop("params", None)  # the address has them
        elif response.status_code != 401 or auth or not (auth := _choose_auth(response)):
            return response
        response.close()
    raise QueryError(f"{endpoint.url}: redirects without end")


class _Token(AuthBase):
    """The token of the environment, and no credentials but that, from ``.netrc`` or elsewhere."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if token := os.environ.get("KGX_ENDPOINT_TOKEN"):
            request.headers["Authorization"] = f"Bearer {token}"
        return request


def _choose_auth(response: requests.Response) -> AuthBase | None:
    """User and password the way the endpoint asks for them."""
    user = os.environ.get("KGX_ENDPOINT_USER")
    if not user:
        return None
    password = os.environ.get("KGX_ENDPOINT_PASSWORD", "")
    digest = "digest" in response.headers.get("WWW-Authenticate", "").lower()
    return HTTPDigestAuth(user, password) if digest else HTTPBasicAuth(user, password)


def _follow(url: str, response: requests.Response) -> str:
    target = urljoin(url, response.headers["Location"])
    old, new = urlsplit(url), urlsplit(target)
    safe = new.scheme == "https" or new.scheme == old.scheme
    if new.hostname != old.hostname or not safe:
        raise QueryError(f"{url}: redirects to {target[:200]}: if you trust that, name it instead")
    return target


def _read_response(
    endpoint: Endpoint, response: requests.Response, end: float, or_none: int | None
) -> Answer | None:
    if response.status_code == or_none:
        return None
    pieces = []
    while piece := response.raw.read1(1 << 16, decode_content=True):
        pieces.append(piece)
        if time.monotonic() > end:
            raise QueryError(_too_late(endpoint))
    answer = Answer(b"".join(pieces), _media_type(response))
    if response.status_code >= 300:
        raise QueryError(_refusal(endpoint, response.status_code, answer))
    return answer


def _media_type(response: requests.Response) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _refusal(endpoint: Endpoint, status: int, answer: Answer) -> str:
    if status in (401, 403):
        given = os.environ.keys() & {"KGX_ENDPOINT_USER", "KGX_ENDPOINT_TOKEN"}
        if given:
            return f"{endpoint.url}: refuses the credentials of {min(given)} ({status})"
        return (
            f"{endpoint.url}: asks for credentials ({status}): set KGX_ENDPOINT_USER and "
            "KGX_ENDPOINT_PASSWORD, or KGX_ENDPOINT_TOKEN"
        )
    what = "is malformed for it" if status == 400 else f"fails there ({status})"
    return f"{endpoint.url}: the request {what}: {first_words(answer)}"


def first_words(answer: Answer) -> str:
    """What an answer says, in a line."""
    text = answer.data[:4000].decode("utf-8", "replace")
    if answer.media_type == "text/html" or text.lstrip()[:1] == "<":
        text = re.sub(r"(?is)<(script|style)\b.*?</\1>|<[^>]*>", " ", text)
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return words[:200] or "it does not say why"


def _too_late(endpoint: Endpoint) -> str:
    return f"{endpoint.url}: no answer in {endpoint.timeout:g} s: --timeout gives it longer"


def _describe(endpoint: Endpoint, err: Exception, end: float) -> str:
    if isinstance(err, requests.ReadTimeout | ReadTimeoutError) or time.monotonic() > end:
        return _too_late(endpoint)
    cause: BaseException = err
    while cause.__cause__ or cause.__context__:
        cause = cause.__cause__ or cause.__context__ or cause
    reason = getattr(cause, "strerror", None) or " ".join(str(cause).split())[:160]
    return f"{endpoint.url}: cannot be reached: {reason}"
