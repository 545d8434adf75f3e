// Stands for libicuuc beside the packaged program. Debian's libxml2 asks ICU for encodings that
// neither it nor the C library knows, and ICU brings 31 MB of tables for them. This one knows none,
// which libxml2 takes for an answer. Scripts/package builds it with the suffix that libxml2's symbols
// have, and refuses a package in which a symbol is missing.
#define JOINED(name, suffix) name##suffix
#define NAMED(name, suffix) JOINED(name, suffix)
#define ICU(name) NAMED(name, SUFFIX)

enum { no_such_converter = 4 };  // U_FILE_ACCESS_ERROR

void *ICU(ucnv_open)(const char *name, int *error) {
  (void)name;
  *error = no_such_converter;
  return 0;
}

void ICU(ucnv_close)(void *converter) { (void)converter; }

void ICU(ucnv_convertEx)(
    void *to, void *from, char **target, const char *target_end, const char **source,
    const char *source_end, void *pivot, void **pivot_source, void **pivot_target,
    const void *pivot_end, signed char reset, signed char flush, int *error) {
  (void)to, (void)from, (void)target, (void)target_end, (void)source, (void)source_end;
  (void)pivot, (void)pivot_source, (void)pivot_target, (void)pivot_end, (void)reset, (void)flush;
  *error = no_such_converter;
}

void ICU(ucnv_setFromUCallBack)(
    void *converter, void *action, const void *context, void **old, const void **old_context,
    int *error) {
  (void)converter, (void)action, (void)context, (void)old, (void)old_context;
  *error = no_such_converter;
}

void ICU(ucnv_setToUCallBack)(
    void *converter, void *action, const void *context, void **old, const void **old_context,
    int *error) {
  (void)converter, (void)action, (void)context, (void)old, (void)old_context;
  *error = no_such_converter;
}

// Only their addresses are taken.
void ICU(UCNV_FROM_U_CALLBACK_STOP)(void) {}
void ICU(UCNV_TO_U_CALLBACK_STOP)(void) {}
