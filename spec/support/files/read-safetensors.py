"""
Reads safetensors files with json and NumPy alone and checks every rule of the format on the way:
python3 read-safetensors.py FILE ... prints for each file its metadata and
[name, dtype, shape, elements] of each tensor, in the order of the header. A FILE that ends in
.index.json stands for the files that it names, whose tensors are printed in its order.
"""
import json
import os
import struct
import sys
import numpy as np

DTYPES = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "BOOL": "?",
    "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1",
    "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1",
}


def without_repeats(pairs):
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names), f"a name comes twice: {names}"
    return dict(pairs)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    assert length <= 100_000_000 and 8 + length <= len(content), f"a header of {length} bytes"
    text, data = content[8 : 8 + length], content[8 + length :]
    assert text[:1] == b"{", f"the header begins with {text[:1]}"
    header = json.loads(text.decode("utf-8"), object_pairs_hook=without_repeats)
    metadata = header.pop("__metadata__", {})
    assert all(type(value) is str for value in metadata.values()), metadata

    covered = 0
    for begin, end in sorted(info["data_offsets"] for info in header.values()):
        assert begin == covered <= end, f"a hole or an overlap at {begin}"
        covered = end
    assert covered == len(data), f"{covered} of {len(data)} bytes are covered"

    tensors = []
    for name, info in header.items():
        assert set(info) == {"dtype", "shape", "data_offsets"}, info
        begin, end = info["data_offsets"]
        assert (8 + length + begin) % np.dtype(DTYPES[info["dtype"]]).itemsize == 0, "not aligned"
        elements = np.frombuffer(data[begin:end], DTYPES[info["dtype"]]).reshape(info["shape"])
        if info["dtype"] == "BF16":  # the upper half of a float32
            elements = (elements.astype("<u4") << 16).view("<f4")
        tensors.append([name, info["dtype"], list(elements.shape), elements.ravel().tolist()])
    return {"metadata": metadata, "tensors": tensors}


def read_shards(path):
    with open(path, encoding="utf-8") as file:
        index = json.load(file, object_pairs_hook=without_repeats)
    shards = {}
    for shard in set(index["weight_map"].values()):
        found = read(os.path.join(os.path.dirname(path), shard))
        shards[shard] = {tensor[0]: tensor for tensor in found["tensors"]}
    for shard, tensors in shards.items():
        named = {name for name, place in index["weight_map"].items() if place == shard}
        assert named == set(tensors), f"{shard} has {set(tensors)}, the index says {named}"
    return {
        "metadata": index["metadata"],
        "tensors": [shards[shard][name] for name, shard in index["weight_map"].items()],
    }


print(json.dumps([(read_shards if path.endswith(".index.json") else read)(path) for path in sys.argv[1:]]))
