/* For the trial only: Wine 8 lacks this library, through which Rust asks Windows for randomness. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size)
{
    return RtlGenRandom(bytes, (ULONG)size);
}
