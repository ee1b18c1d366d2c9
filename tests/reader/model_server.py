"""A server of a language model that answers as a test tells it to: a process of its own.

The name of the model says how: well, badly, slowly, not at all. What it answers with stands in the file named
on the command line; the port it listens at is the first line it prints.
"""

import asyncio
import json
import socket
import sys
from collections import Counter
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

ANSWERS = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
asked: Counter[str] = Counter()
seen: list[dict[str, object]] = []


def completion(text: object, finish: str = "stop") -> JSONResponse:
    message = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return JSONResponse({"model": "served", "choices": [message]})


async def drip():
    while True:
        yield b" "
        await asyncio.sleep(0.05)


async def broken():
    yield b'{"choices": ['
    await asyncio.sleep(0.01)
    raise RuntimeError("the stream is cut off")


async def chat(request: Request) -> Response:
    sent = await request.json()
    mode = sent["model"]
    asked[mode] += 1
    seen.append(
        {"mode": mode, "key": request.headers.get("authorization"), "schema": "response_format" in sent}
    )
    match mode:
        case "silent":
            await asyncio.sleep(20)
        case "drip":
            return StreamingResponse(drip())
        case "cut":
            return StreamingResponse(broken(), headers={"content-length": "5000"})
        case "flood":
            return Response(b" " * 5_000_000)
        case "500":
            return Response("out of memory", 500)
        case "once 500" if asked[mode] == 1:
            return Response("starting", 503)
        case "busy" if asked[mode] < 3:
            return Response("wait", 429, headers={"retry-after": "7"})
        case "plain" if "response_format" in sent:
            return Response('{"error": "unknown field response_format"}', 400)
        case "elsewhere":
            return RedirectResponse("http://elsewhere.example/v1/chat/completions", 307)
        case "unfinished":
            return completion('{"pairs": [', "length")
        case "page":
            return Response("<html>It works</html>")
    return completion(ANSWERS.get(mode, ANSWERS["good"]))


async def what(_: Request) -> Response:
    return JSONResponse({"asked": asked, "seen": seen})


app = Starlette(routes=[Route("/v1/chat/completions", chat, methods=["POST"]), Route("/asked", what)])

if __name__ == "__main__":
    listening = socket.socket(proto=socket.IPPROTO_TCP)  # or asyncio lets an answer wait
    listening.bind(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)  # noqa: T201 - how the test learns the port
    uvicorn.Server(uvicorn.Config(app, log_level="critical")).run(sockets=[listening])
