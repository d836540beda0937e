# network_file.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes and reads the file of named tensors that src/neural/galley-network-file.h describes."""

import struct
import zlib
from pathlib import Path

import numpy

MAGIC = b"GALLEYNN"
BYTE_ORDER = 0x01020304
FORMAT = 1
HEADER = struct.Struct("<8sIIII I36s")
ENTRY = struct.Struct("<48sIIII")
CHECKED_FROM = 24
ALIGNMENT = 64
BYTES, FLOAT, INT8 = range(3)


def quantise(matrix):
    """A matrix as int8 with one scale a row, so that the largest number of a row becomes ±127."""
    matrix = numpy.asarray(matrix, dtype="<f4")
    scales = numpy.abs(matrix).max(axis=1) / 127
    scales[scales == 0] = 1
    return numpy.rint(matrix / scales[:, None]).astype("i1"), scales.astype("<f4")


def pad(text, size):
    data = text.encode()
    if len(data) >= size:
        raise ValueError(f"“{text}” is longer than {size - 1} bytes")
    return data.ljust(size, b"\0")


def encode(tensor):
    """Type, rows, columns and bytes of a tensor: bytes, (int8 rows, scales), or a float array."""
    if isinstance(tensor, bytes):
        return BYTES, 1, len(tensor), tensor
    if isinstance(tensor, tuple):
        numbers, scales = numpy.asarray(tensor[0]), numpy.asarray(tensor[1], dtype="<f4")
        if numbers.dtype != numpy.int8 or numbers.ndim != 2 or scales.shape != numbers.shape[:1]:
            raise ValueError("int8 rows need one scale each")
        return INT8, *numbers.shape, scales.tobytes() + numbers.tobytes()
    numbers = numpy.atleast_2d(numpy.asarray(tensor, dtype="<f4"))
    if numbers.ndim != 2:
        raise ValueError("a tensor has one or two dimensions")
    return FLOAT, *numbers.shape, numbers.tobytes()


def write(path, tensors, version):
    """Writes `tensors` (name -> bytes, float array or (int8 array, float scales)), in their order;
    the same tensors give the same file."""
    entries = bytearray()
    data = bytearray()
    start = HEADER.size + ENTRY.size * len(tensors)
    for name, tensor in tensors.items():
        kind, rows, columns, content = encode(tensor)
        data += bytes(-(start + len(data)) % ALIGNMENT)
        entries += ENTRY.pack(pad(name, 48), kind, rows, columns, start + len(data))
        data += content
    header = HEADER.pack(MAGIC, BYTE_ORDER, FORMAT, start + len(data), 0, len(tensors),
                         pad(version, 36))
    checked = header[CHECKED_FROM:] + entries + data
    sealed = header[:CHECKED_FROM - 4] + struct.pack("<I", zlib.crc32(checked))
    Path(path).write_bytes(sealed + checked)


def read(path):
    """The version and the tensors of a file, int8 rows as floats."""
    file = Path(path).read_bytes()
    _, _, _, size, crc, count, version = HEADER.unpack_from(file)
    if not file.startswith(MAGIC) or size != len(file) or zlib.crc32(file[CHECKED_FROM:]) != crc:
        raise ValueError(f"{path} is damaged or no network")
    tensors = {}
    for i in range(count):
        name, kind, rows, columns, offset = ENTRY.unpack_from(file, HEADER.size + i * ENTRY.size)
        tensors[name.rstrip(b"\0").decode()] = decode(file, kind, rows, columns, offset)
    return version.rstrip(b"\0").decode(), tensors


def decode(file, kind, rows, columns, offset):
    if kind == BYTES:
        return file[offset:offset + rows * columns]
    if kind == FLOAT:
        return numpy.frombuffer(file, "<f4", rows * columns, offset).reshape(rows, columns)
    scales = numpy.frombuffer(file, "<f4", rows, offset)
    numbers = numpy.frombuffer(file, "i1", rows * columns, offset + 4 * rows)
    return numbers.reshape(rows, columns) * scales[:, None]
