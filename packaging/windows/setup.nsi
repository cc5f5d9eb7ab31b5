; Per-user installer: no administrator, no network, nothing outside the person's own folders.
; VERSION, NUMBERS, SOURCE, TARGET, ICON and PLACED are given by installer.py.
Unicode true
Target amd64-unicode
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetDateSave on

!include MUI2.nsh
!include WinVer.nsh
!include LogicLib.nsh
!include "${PLACED}"

!define PROGRAM "Microstructure.exe"
!define UNINSTALLER "desinstaller.exe"
!define DATA "$LOCALAPPDATA\Microstructure"
!define SHORTCUT "$SMPROGRAMS\Microstructure.lnk"
!define ON_DESKTOP "$DESKTOP\Microstructure.lnk"
!define CLASSES "Software\Classes"
!define KNOWN "Software\Microsoft\Windows\CurrentVersion\Uninstall\Microstructure"
!define BUNDLE "Microstructure.Paquet"
!define BACKUP "Microstructure.Sauvegarde"
!define UPDATE "Microstructure.MiseAJour"
!define BUILD_NEEDED 17763
!define RUNNING 3
!define TOO_OLD 4

Name "Microstructure"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Microstructure"
InstallDirRegKey HKCU "${KNOWN}" "InstallLocation"
BrandingText "Microstructure ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1036 "ProductName" "Microstructure"
VIAddVersionKey /LANG=1036 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "FileDescription" "Installation de Microstructure"
VIAddVersionKey /LANG=1036 "LegalCopyright" ""

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Installer Microstructure ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Le logiciel s’installe pour vous seul, sans droit d’administrateur et sans Internet.$\r$\n$\r$\nVos données seront dans :$\r$\n${DATA}$\r$\n$\r$\nSi Microstructure est déjà installé, cette version remplace l’ancienne. Les données du cabinet ne sont pas touchées.$\r$\n$\r$\nFermez Microstructure s’il est ouvert, puis cliquez sur Suivant."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Ouvrir Microstructure"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Le programme va être retiré. Les données du cabinet restent sur cet ordinateur, dans :$\r$\n${DATA}"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Microstructure est retiré, vos données sont gardées"
!define MUI_FINISHPAGE_TEXT "Le coffre, les documents et les réglages du cabinet sont toujours dans :$\r$\n${DATA}$\r$\n$\r$\nSi vous installez de nouveau Microstructure, il les retrouvera. Pour les effacer, supprimez vous-même ce dossier : sans sauvegarde, rien ne pourra les rendre."
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGE French

; A program that runs keeps its file: it cannot be opened for writing.
!macro RefuseWhileOpen
  IfFileExists "$INSTDIR\${PROGRAM}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors 0 free
  MessageBox MB_OK|MB_ICONEXCLAMATION "Microstructure est ouvert. Fermez-le, puis recommencez." /SD IDOK
  SetErrorLevel ${RUNNING}
  Quit
free:
  FileClose $0
closed:
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} ${BUILD_NEEDED}
    MessageBox MB_OK|MB_ICONSTOP "Il faut Windows 11, ou Windows 10 d’octobre 2018 au moins (version 1809), en 64 bits." /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
FunctionEnd

Section "Microstructure" SectionProgram
  SectionIn RO
  !insertmacro RefuseWhileOpen
  ; what an older version placed and this one does not must not stay
  IfFileExists "$INSTDIR\${UNINSTALLER}" 0 +2
    ExecWait '"$INSTDIR\${UNINSTALLER}" /S _?=$INSTDIR'
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  CreateShortCut "${SHORTCUT}" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${KNOWN}" "DisplayName" "Microstructure"
  WriteRegStr HKCU "${KNOWN}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KNOWN}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KNOWN}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KNOWN}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${KNOWN}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${KNOWN}" "EstimatedSize" ${PLACED_KILOBYTES}
  WriteRegDWORD HKCU "${KNOWN}" "NoModify" 1
  WriteRegDWORD HKCU "${KNOWN}" "NoRepair" 1

  WriteRegStr HKCU "${CLASSES}\.msma" "" "${BUNDLE}"
  WriteRegStr HKCU "${CLASSES}\${BUNDLE}" "" "Paquet mensuel de microstructure"
  WriteRegStr HKCU "${CLASSES}\${BUNDLE}\DefaultIcon" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${CLASSES}\${BUNDLE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.msmabak" "" "${BACKUP}"
  WriteRegStr HKCU "${CLASSES}\${BACKUP}" "" "Sauvegarde de microstructure"
  WriteRegStr HKCU "${CLASSES}\${BACKUP}\DefaultIcon" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${CLASSES}\${BACKUP}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.msmamaj" "" "${UPDATE}"
  WriteRegStr HKCU "${CLASSES}\${UPDATE}" "" "Mise à jour de microstructure"
  WriteRegStr HKCU "${CLASSES}\${UPDATE}\DefaultIcon" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${CLASSES}\${UPDATE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
SectionEnd

Section /o "Raccourci sur le Bureau" SectionDesktop
  CreateShortCut "${ON_DESKTOP}" "$INSTDIR\${PROGRAM}"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} "Le logiciel, et son raccourci dans le menu Démarrer."
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionDesktop} "Un raccourci de plus, sur votre Bureau."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "Uninstall"
  !insertmacro RefuseWhileOpen
  ; file by file: whatever a person put in this folder, and the cabinet's data, stay
  !insertmacro RemovePlaced
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  Delete "${SHORTCUT}"
  Delete "${ON_DESKTOP}"
  ReadRegStr $0 HKCU "${CLASSES}\.msma" ""
  ${If} $0 == "${BUNDLE}"
    DeleteRegKey HKCU "${CLASSES}\.msma"
  ${EndIf}
  ReadRegStr $0 HKCU "${CLASSES}\.msmabak" ""
  ${If} $0 == "${BACKUP}"
    DeleteRegKey HKCU "${CLASSES}\.msmabak"
  ${EndIf}
  ReadRegStr $0 HKCU "${CLASSES}\.msmamaj" ""
  ${If} $0 == "${UPDATE}"
    DeleteRegKey HKCU "${CLASSES}\.msmamaj"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${BUNDLE}"
  DeleteRegKey HKCU "${CLASSES}\${BACKUP}"
  DeleteRegKey HKCU "${CLASSES}\${UPDATE}"
  DeleteRegKey HKCU "${KNOWN}"
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
SectionEnd
