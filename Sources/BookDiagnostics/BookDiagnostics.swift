// BookDiagnostics
