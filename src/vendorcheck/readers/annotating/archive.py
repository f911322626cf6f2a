"""A zip archive written again with some members replaced: all others keep their packed bytes, order and dates."""

import zipfile
from collections.abc import Iterable, Mapping
from copy import copy
from typing import BinaryIO

_LOCAL_HEADER = 30
_NAME_LENGTH, _EXTRA_LENGTH = slice(26, 28), slice(28, 30)
_SIZES_BEHIND = 8
CHUNK = 1 << 16


def rewrite(file: BinaryIO, replaced: Mapping[str, Iterable[bytes]], out: BinaryIO) -> None:
    """Write an archive to a file that can be sought in, with other contents for the members of these names."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for member in old.infolist():
            if member.filename in replaced:
                _pack(member, replaced[member.filename], new)
            else:
                _copy(file, member, new, out)


def _pack(member: zipfile.ZipInfo, content: Iterable[bytes], new: zipfile.ZipFile) -> None:
    """Add a member like another with a content of its own."""
    like = zipfile.ZipInfo(member.filename, member.date_time)
    like.compress_type = member.compress_type
    like.create_system, like.external_attr = member.create_system, member.external_attr
    with new.open(like, "w", force_zip64=False) as stream:
        for piece in content:
            stream.write(piece)


def _copy(file: BinaryIO, member: zipfile.ZipInfo, new: zipfile.ZipFile, out: BinaryIO) -> None:
    """Add a member as it is packed; what is told behind it of its sizes is told before it."""
    file.seek(member.header_offset)
    header = file.read(_LOCAL_HEADER)
    lengths = (int.from_bytes(header[each], "little") for each in (_NAME_LENGTH, _EXTRA_LENGTH))
    file.seek(sum(lengths), 1)
    like = copy(member)
    like.flag_bits &= ~_SIZES_BEHIND
    out.seek(new.start_dir)
    like.header_offset = out.tell()
    out.write(like.FileHeader(zip64=False))
    left = member.compress_size
    while left and (chunk := file.read(min(left, CHUNK))):
        out.write(chunk)
        left -= len(chunk)
    if left:
        raise zipfile.BadZipFile(f"{member.filename} is cut off")
    new.filelist.append(like)
    new.NameToInfo[like.filename] = like
    new.start_dir = out.tell()
