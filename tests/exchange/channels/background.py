"""An asyncio loop in a thread, for servers that run beside the test."""

import asyncio
import contextlib
import threading


@contextlib.contextmanager
def loop():
    """A function that runs a coroutine there and waits for what it returns."""
    there = asyncio.new_event_loop()
    thread = threading.Thread(target=there.run_forever, daemon=True)
    thread.start()

    def do(work):
        return asyncio.run_coroutine_threadsafe(work, there).result(10)

    try:
        yield do
    finally:
        do(_end_all())
        there.call_soon_threadsafe(there.stop)
        thread.join()
        there.close()


async def _end_all():
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
