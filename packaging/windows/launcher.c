/* Starts the application with the Python beside it; built twice, for a window and for a console. */
#include <windows.h>
#include <shellapi.h>
#include <shobjidl.h>
#include <stdio.h>

/* sys.frozen tells the application to start itself again by this program alone. */
#define START L"import sys; sys.frozen = True; from microstructure_desktop.cli import main; raise SystemExit(main())"
#define BROKEN L"L’installation est incomplète : installez de nouveau le logiciel. Les données du cabinet ne sont pas touchées."
#define LONGEST 32768

typedef int (*python_main)(int, wchar_t **);

static python_main load(void)
{
    static wchar_t path[LONGEST + 16];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
    while (length && path[length - 1] != L'\\')
        length--;
    lstrcpyW(path + length, L"python311.dll");
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

static int start(int count, wchar_t **given)
{
    const wchar_t *first[] = {given[0], L"-X", L"utf8", L"-c", START};
    const int before = sizeof first / sizeof *first;
    wchar_t **all = LocalAlloc(LPTR, (before + count) * sizeof *all);
    python_main run = load();
    if (!run || !all) {
#ifdef CONSOLE
        fputws(BROKEN L"\n", stderr);
#else
        MessageBoxW(NULL, BROKEN, L"Microstructure", MB_ICONERROR);
#endif
        return 2;
    }
    for (int i = 0; i < before; i++)
        all[i] = (wchar_t *)first[i];
    for (int i = 1; i < count; i++)
        all[before + i - 1] = given[i];
    return run(before + count - 1, all);
}

static void settle(void)
{
    SetDllDirectoryW(L""); /* no library is taken from the folder that happens to be current */
    /* another program's Qt would be asked for plug-ins of another version */
    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
    SetCurrentProcessExplicitAppUserModelID(L"Microstructure.Desktop");
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    settle();
    return start(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, LPWSTR line, int show)
{
    int count;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)self, (void)none, (void)line, (void)show;
    settle();
    return given ? start(count, given) : 2;
}
#endif
