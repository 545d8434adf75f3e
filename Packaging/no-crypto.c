// Stands for OpenSSL's libcrypto beside the packaged program. libzip asks it for the keys of archives
// that are encrypted, which bookc neither makes nor reads; OpenSSL would be a tenth of the download
// and a tenth of the time that bookc takes to start. Every call fails, which libzip tells as it
// tells a wrong password. Scripts/package refuses a package in which a symbol is missing.
#include <stddef.h>

void *HMAC_CTX_new(void) { return NULL; }
void HMAC_CTX_free(void *context) { (void)context; }
int HMAC_Init_ex(void *context, const void *key, int size, const void *kind, void *engine) {
  (void)context, (void)key, (void)size, (void)kind, (void)engine;
  return 0;
}
int HMAC_Update(void *context, const unsigned char *bytes, size_t count) {
  (void)context, (void)bytes, (void)count;
  return 0;
}
int HMAC_Final(void *context, unsigned char *digest, unsigned int *size) {
  (void)context, (void)digest, (void)size;
  return 0;
}
const void *EVP_sha1(void) { return NULL; }
int PKCS5_PBKDF2_HMAC_SHA1(
    const char *password, int size, const unsigned char *salt, int salt_size, int turns, int count,
    unsigned char *key) {
  (void)password, (void)size, (void)salt, (void)salt_size, (void)turns, (void)count, (void)key;
  return 0;
}
int AES_set_encrypt_key(const unsigned char *bytes, int bits, void *key) {
  (void)bytes, (void)bits, (void)key;
  return -1;
}
void AES_encrypt(const unsigned char *from, unsigned char *to, const void *key) {
  (void)from, (void)to, (void)key;
}
int RAND_bytes(unsigned char *bytes, int count) {
  (void)bytes, (void)count;
  return 0;
}
