"""Style sheets, scripts and icons: at an address with the hash of their content, so that they are kept for good."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.problems import NOT_FOUND, Problem
from settings import settings

FOLDER = Path(__file__).parent / "static"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What is served; licences and the like stay where they are."""
FOR_GOOD = "public, max-age=31536000, immutable"

router = APIRouter()


@dataclass(frozen=True)
class Asset:
    """A file as it is sent."""

    address: str
    media_type: str
    plain: bytes
    zipped: bytes


def _asset(file: Path, name: str) -> Asset:
    plain = file.read_bytes()
    hashed = hashlib.sha256(plain).hexdigest()[:12]
    address = f"/static/{hashed}/{name}"
    return Asset(address, MEDIA_TYPES[file.suffix], plain, gzip.compress(plain, mtime=0))


@cache
def assets() -> dict[str, Asset]:
    """Every file by its address, read once; with a municipality's own theme when it has one."""
    found = [_asset(file, file.name) for file in sorted(FOLDER.iterdir()) if file.suffix in MEDIA_TYPES]
    if (theme := settings().theme) is not None:
        found.append(_asset(theme, "theme.css"))
    return {asset.address: asset for asset in found}


@cache
def address(name: str) -> str:
    """Where a file is served."""
    return next(each for each in assets() if each.endswith(f"/{name}"))


@router.get("/static/{hashed}/{name}")
async def get_asset(request: Request, hashed: str, name: str) -> Response:
    """Send a file, zipped to who can unzip it."""
    found = assets().get(f"/static/{hashed}/{name}")
    if found is None:
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(
            found.zipped, headers=headers | {"Content-Encoding": "gzip"}, media_type=found.media_type
        )
    return Response(found.plain, headers=headers, media_type=found.media_type)
