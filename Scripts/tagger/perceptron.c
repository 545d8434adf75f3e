// Trains and runs the two layers of the tagger: tags, then arcs. Called by train.py alone.
//
// All arithmetic is in integers, so that the same sources give the same weights everywhere.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ATOMS = 128, MAXCLASS = 96, WORD_ATOMS = 7 };  // w s3 s2 s1 p3 h c
enum { TAG_PLACES = 5 };

typedef struct {
  int32_t classes, templates;
  const int32_t *table;              // count, then four atoms
  // while learning
  uint32_t capacity;
  uint32_t *keys;
  int32_t *counts, *rows;
  int64_t used;
  int32_t active;                    // a row counts only when it was changed this often
  int32_t *changes, *weight;
  int64_t *sum;
  int64_t step;
  // packed
  const uint8_t *packed;
} Layer;

Layer *layer_new(int classes, int templates, const int32_t *table, int bits) {
  Layer *l = calloc(1, sizeof *l);
  l->classes = classes; l->templates = templates;
  int32_t *copy = malloc(sizeof(int32_t) * 5 * templates);
  memcpy(copy, table, sizeof(int32_t) * 5 * templates);
  l->table = copy;
  l->capacity = 1u << bits;
  l->keys = calloc(l->capacity, 4);
  l->counts = calloc(l->capacity, 4);
  return l;
}
void layer_free(Layer *l) {
  free((void *)l->table); free(l->keys); free(l->counts); free(l->rows); free(l->changes); free(l->weight); free(l->sum); free(l);
}

static inline uint32_t mix(uint32_t h, uint32_t a) {
  h = (h ^ a) * 0x9E3779B1u;
  return h ^ (h >> 15);
}

// The keys of every template that fires.
static int keys_of(const Layer *l, const uint32_t *atom, uint32_t *out) {
  int n = 0;
  for (int i = 0; i < l->templates; i++) {
    const int32_t *t = l->table + 5 * i;
    if (!atom[t[1]]) continue;
    uint32_t h = mix(0x811C9DC5u, (uint32_t)i + 1);
    for (int k = 1; k <= t[0]; k++) h = mix(h, atom[t[k]]);
    h ^= h >> 13;
    h *= 0x85EBCA6Bu;
    h ^= h >> 16;
    out[n++] = h ? h : 1;
  }
  return n;
}

static int64_t slot(const Layer *l, uint32_t key) {
  uint32_t at = key & (l->capacity - 1);
  while (l->keys[at] && l->keys[at] != key) at = (at + 1) & (l->capacity - 1);
  return at;
}
static void count_keys(Layer *l, const uint32_t *key, int n) {
  for (int i = 0; i < n; i++) {
    int64_t at = slot(l, key[i]);
    if (!l->keys[at]) {
      if (l->used * 10 > (int64_t)l->capacity * 8) continue;
      l->keys[at] = key[i]; l->used++;
    }
    l->counts[at]++;
  }
}
// Keeps the features seen often enough, in a table of their own size.
int64_t layer_keep(Layer *l, int least, int active) {
  int64_t n = 0;
  for (uint32_t i = 0; i < l->capacity; i++) n += l->keys[i] && l->counts[i] >= least;
  uint32_t old = l->capacity, *keys = l->keys;
  for (l->capacity = 16; l->capacity < 2 * n; l->capacity *= 2) {}
  l->keys = calloc(l->capacity, 4);
  l->rows = malloc(4ul * l->capacity);
  memset(l->rows, 0xff, 4ul * l->capacity);
  n = 0;
  for (uint32_t i = 0; i < old; i++) {
    if (!keys[i] || l->counts[i] < least) continue;
    int64_t at = slot(l, keys[i]);
    l->keys[at] = keys[i];
    l->rows[at] = (int32_t)n++;
  }
  free(keys); free(l->counts);
  l->counts = NULL;
  l->weight = calloc(n * l->classes, sizeof(int32_t));
  l->sum = calloc(n * l->classes, sizeof(int64_t));
  l->changes = calloc(n, sizeof(int32_t));
  l->active = active;
  l->step = 1;
  return n;
}

static void score_learning(const Layer *l, const uint32_t *key, int n, int32_t *score, int32_t *rows) {
  memset(score, 0, sizeof(int32_t) * l->classes);
  for (int i = 0; i < n; i++) {
    int32_t r = l->rows[slot(l, key[i])];
    rows[i] = r;
    if (r < 0 || l->changes[r] < l->active) continue;
    const int32_t *w = l->weight + (int64_t)r * l->classes;
    for (int c = 0; c < l->classes; c++) score[c] += w[c];
  }
}
static void update(Layer *l, const int32_t *rows, int n, int right, int wrong) {
  for (int i = 0; i < n; i++) {
    if (rows[i] < 0) continue;
    int64_t base = (int64_t)rows[i] * l->classes;
    l->changes[rows[i]]++;
    l->weight[base + right] += 1; l->sum[base + right] += l->step;
    l->weight[base + wrong] -= 1; l->sum[base + wrong] -= l->step;
  }
}

// Averaged weights, times `scale`, rounded. Gives the keys of rows that keep a weight of at least `least`.
int64_t layer_average(Layer *l, int64_t scale, int least, uint32_t *keys, int8_t *out) {
  int64_t n = 0;
  for (uint32_t i = 0; i < l->capacity; i++) {
    int32_t r = l->rows[i];
    if (r < 0 || l->changes[r] < l->active) continue;
    int any = 0;
    for (int c = 0; c < l->classes; c++) {
      int64_t at = (int64_t)r * l->classes + c;
      int64_t value = (l->weight[at] * l->step - l->sum[at]) * scale;
      int64_t q = (value >= 0 ? value + l->step / 2 : value - l->step / 2) / l->step;
      if (q > 127) q = 127;
      if (q < -127) q = -127;
      if (q > -least && q < least) q = 0;
      out[n * l->classes + c] = (int8_t)q;
      any |= q != 0;
    }
    if (any) keys[n++] = l->keys[i];
  }
  return n;
}

// A packed layer: see README.md. Little endian.
static inline uint32_t u32(const uint8_t *p) { uint32_t v; memcpy(&v, p, 4); return v; }
static inline uint32_t u16(const uint8_t *p) { uint16_t v; memcpy(&v, p, 2); return v; }
void layer_pack(Layer *l, const uint8_t *packed) { l->packed = packed; }
static void score_packed(const Layer *l, const uint32_t *key, int n, int32_t *score) {
  const uint8_t *p = l->packed;
  uint32_t bits = u32(p);
  const uint8_t *buckets = p + 8;                             // (1 << bits) + 1 offsets of 32 bits
  const uint8_t *rows = buckets + 4 * ((1ul << bits) + 1);    // 16 bits of check, a count, class and weight
  memset(score, 0, sizeof(int32_t) * l->classes);
  for (int i = 0; i < n; i++) {
    uint32_t b = key[i] >> (32 - bits), check = key[i] & 0xFFFF;
    const uint8_t *row = rows + u32(buckets + 4 * b), *end = rows + u32(buckets + 4 * b + 4);
    while (row < end && u16(row) != check) row += 3 + 2 * row[2];
    if (row >= end) continue;
    for (const uint8_t *pair = row + 3, *last = pair + 2 * row[2]; pair < last; pair += 2)
      score[pair[0]] += (int8_t)pair[1];
  }
}

// Tags. A word's atoms stand in `words`, WORD_ATOMS a word.
static void tag_atoms(const uint32_t *words, const uint8_t *tags, int n, int at, uint32_t *atom) {
  memset(atom, 0, sizeof(uint32_t) * ATOMS);
  for (int o = 0; o < TAG_PLACES; o++) {
    int i = at + o - 2;
    if (i >= 0 && i < n) memcpy(atom + 1 + o * WORD_ATOMS, words + (int64_t)i * WORD_ATOMS, 4 * WORD_ATOMS);
    else atom[1 + o * WORD_ATOMS] = atom[1 + o * WORD_ATOMS + 6] = 1;
  }
  uint32_t *t = atom + 1 + TAG_PLACES * WORD_ATOMS;
  t[0] = at > 0 ? tags[at - 1] + 2u : 1;
  t[1] = at > 1 ? tags[at - 2] + 2u : 1;
}

void tags_count(Layer *l, const uint32_t *words, const int32_t *first, int sentences, const uint8_t *gold) {
  uint32_t atom[ATOMS], key[256];
  for (int s = 0; s < sentences; s++)
    for (int i = 0; i < first[s + 1] - first[s]; i++) {
      tag_atoms(words + (int64_t)first[s] * WORD_ATOMS, gold + first[s], first[s + 1] - first[s], i, atom);
      count_keys(l, key, keys_of(l, atom, key));
    }
}
// One round over the sentences in the order given; returns how many tags came out right.
int64_t tags_learn(Layer *l, const uint32_t *words, const int32_t *first, const int32_t *order, int sentences, const uint8_t *gold) {
  uint32_t atom[ATOMS], key[256];
  int32_t score[MAXCLASS], rows[256];
  uint8_t tags[4096];
  int64_t right = 0;
  for (int k = 0; k < sentences; k++) {
    int s = order[k], n = first[s + 1] - first[s];
    if (n > 4096) continue;
    for (int i = 0; i < n; i++) {
      tag_atoms(words + (int64_t)first[s] * WORD_ATOMS, tags, n, i, atom);
      int m = keys_of(l, atom, key);
      score_learning(l, key, m, score, rows);
      int best = 0;
      for (int c = 1; c < l->classes; c++) if (score[c] > score[best]) best = c;
      int g = gold[first[s] + i];
      if (best != g) update(l, rows, m, g, best); else right++;
      l->step++;
      tags[i] = (uint8_t)best;
    }
  }
  return right;
}
void tags_run(const Layer *l, const uint32_t *words, const int32_t *first, int sentences, uint8_t *out) {
  uint32_t atom[ATOMS], key[256];
  int32_t score[MAXCLASS];
  for (int s = 0; s < sentences; s++) {
    int n = first[s + 1] - first[s];
    for (int i = 0; i < n; i++) {
      tag_atoms(words + (int64_t)first[s] * WORD_ATOMS, out + first[s], n, i, atom);
      score_packed(l, key, keys_of(l, atom, key), score);
      int best = 0;
      for (int c = 1; c < l->classes; c++) if (score[c] > score[best]) best = c;
      out[first[s] + i] = (uint8_t)best;
    }
  }
}

// Arcs: arc-hybrid transitions, the root standing behind the last word.
enum { MOST = 512 };
typedef struct {
  int n, top, next;
  int16_t stack[MOST + 2];
  int16_t head[MOST + 1], l1[MOST + 1], l2[MOST + 1], r1[MOST + 1], r2[MOST + 1];
  uint8_t label[MOST + 1], left[MOST + 1], right[MOST + 1];
} State;

static void start(State *s, int n) {
  memset(s, 0, sizeof *s);
  s->n = n;
  for (int i = 0; i <= n; i++) { s->head[i] = s->l1[i] = s->l2[i] = s->r1[i] = s->r2[i] = -1; }
}
static void attach(State *s, int h, int d, int label) {
  s->head[d] = (int16_t)h; s->label[d] = (uint8_t)label;
  if (d < h) { s->l2[h] = s->l1[h]; s->l1[h] = (int16_t)d; if (s->left[h] < 3) s->left[h]++; }
  else { s->r2[h] = s->r1[h]; s->r1[h] = (int16_t)d; if (s->right[h] < 3) s->right[h]++; }
}
static int legal(const State *s, int move, int labels) {
  if (move == 0) return s->next < s->n;
  if (move <= labels) return s->top >= 1 && (s->next < s->n || (s->top == 1 && move == 1)) && (move != 1 || s->next == s->n);
  return s->top >= 2 && move != labels + 1;
}
static void apply(State *s, int move, int labels) {
  if (move == 0) s->stack[s->top++] = (int16_t)s->next++;
  else if (move <= labels) { s->top--; attach(s, s->next, s->stack[s->top], move - 1); }
  else { s->top--; attach(s, s->stack[s->top - 1], s->stack[s->top], move - 1 - labels); }
}
// Gold arcs that can no longer be had after the move.
static int cost(const State *s, int move, int labels, const int16_t *gold) {
  int c = 0, b = s->next;
  if (move == 0) {
    for (int i = 0; i < s->top; i++) {
      if (gold[s->stack[i]] == b) c++;
      if (i < s->top - 1 && gold[b] == s->stack[i]) c++;
    }
    return c;
  }
  int d = s->stack[s->top - 1];
  for (int i = b; i < s->n; i++) if (gold[i] == d) c++;
  if (move <= labels) {
    if (gold[d] > b) c++;
    if (s->top >= 2 && gold[d] == s->stack[s->top - 2]) c++;
  } else if (gold[d] >= b) c++;
  return c;
}

static inline uint32_t gap(int d) { return (uint32_t)(d < 1 ? 1 : d < 5 ? d : d < 8 ? 5 : d < 13 ? 6 : 7); }
enum { NODES = 16, NODE_ATOMS = 6 };  // w t l c nl nr
static void node(const State *s, const uint32_t *words, const uint8_t *tags, int i, uint32_t *a) {
  if (i < 0) { a[0] = a[1] = a[2] = a[3] = a[4] = a[5] = 0; return; }
  if (i >= s->n) { a[0] = a[1] = a[3] = 2; a[2] = 1; a[4] = a[5] = 1; return; }
  const uint32_t *w = words + (int64_t)i * WORD_ATOMS;
  a[0] = w[0]; a[1] = tags[i] + 3u; a[2] = s->label[i] + 2u; a[3] = w[6]; a[4] = s->left[i] + 1u; a[5] = s->right[i] + 1u;
}
static void arc_atoms(const State *s, const uint32_t *words, const uint8_t *tags, uint32_t *atom) {
  int s0 = s->top > 0 ? s->stack[s->top - 1] : -1, s1 = s->top > 1 ? s->stack[s->top - 2] : -1;
  int s2 = s->top > 2 ? s->stack[s->top - 3] : -1, b = s->next;
  int at[NODES] = {
    s0, s1, s2, b, b + 1 <= s->n ? b + 1 : -1, b + 2 <= s->n ? b + 2 : -1, b + 3 <= s->n ? b + 3 : -1,
    s0 >= 0 ? s->l1[s0] : -1, s0 >= 0 ? s->l2[s0] : -1, s0 >= 0 ? s->r1[s0] : -1, s0 >= 0 ? s->r2[s0] : -1,
    s1 >= 0 ? s->l1[s1] : -1, s1 >= 0 ? s->r1[s1] : -1, s->l1[b], b - 1, s0 >= 0 ? s0 + 1 : -1 };
  atom[0] = 0;
  for (int k = 0; k < NODES; k++) node(s, words, tags, at[k], atom + 1 + k * NODE_ATOMS);
  atom[1 + NODES * NODE_ATOMS] = s0 >= 0 ? gap(b - s0) : 0;
  atom[2 + NODES * NODE_ATOMS] = s1 >= 0 ? gap(s0 - s1) : 0;
}

static int oracle(const State *s, int labels, const int32_t *score, const int16_t *gold, const uint8_t *label, int *best) {
  // The best move of all, and the best of those that lose least.
  int classes = 2 * labels + 1, least = 1 << 30, costs[3] = { -1, -1, -1 };
  int right = -1;
  *best = -1;
  int d = s->top ? s->stack[s->top - 1] : -1;
  for (int m = 0; m < classes; m++) {
    if (!legal(s, m, labels)) continue;
    if (*best < 0 || score[m] > score[*best]) *best = m;
    int kind = m == 0 ? 0 : m <= labels ? 1 : 2;
    if (costs[kind] < 0) costs[kind] = cost(s, m, labels, gold);
    int c = 2 * costs[kind];
    if (kind) {
      int h = kind == 1 ? s->next : s->stack[s->top - 2], l = m - 1 - (kind == 2 ? labels : 0);
      if (gold[d] == h && label[d] != l) c++;
    }
    if (c < least || (c == least && score[m] > score[right])) { least = c; right = m; }
  }
  return right;
}

void arcs_count(Layer *l, int labels, const uint32_t *words, const uint8_t *tags, const int32_t *first, int sentences, const int16_t *head, const uint8_t *label) {
  uint32_t atom[ATOMS], key[256];
  int32_t zero[MAXCLASS] = {0};
  State *s = malloc(sizeof *s);
  for (int k = 0; k < sentences; k++) {
    int f = first[k], n = first[k + 1] - f, best;
    if (n > MOST) continue;
    start(s, n);
    while (s->next < n || s->top) {
      arc_atoms(s, words + (int64_t)f * WORD_ATOMS, tags + f, atom);
      count_keys(l, key, keys_of(l, atom, key));
      apply(s, oracle(s, labels, zero, head + f, label + f, &best), labels);
    }
  }
  free(s);
}
int64_t arcs_learn(Layer *l, int labels, const uint32_t *words, const uint8_t *tags, const int32_t *first, const int32_t *order, int sentences, const int16_t *head, const uint8_t *label, int explore) {
  uint32_t atom[ATOMS], key[256], dice = 12345;
  int32_t score[MAXCLASS], rows[256];
  State *s = malloc(sizeof *s);
  int64_t good = 0;
  for (int k = 0; k < sentences; k++) {
    int f = first[order[k]], n = first[order[k] + 1] - f, best;
    if (n > MOST) continue;
    start(s, n);
    while (s->next < n || s->top) {
      arc_atoms(s, words + (int64_t)f * WORD_ATOMS, tags + f, atom);
      int m = keys_of(l, atom, key);
      score_learning(l, key, m, score, rows);
      int right = oracle(s, labels, score, head + f, label + f, &best);
      if (best != right) update(l, rows, m, right, best); else good++;
      l->step++;
      dice = dice * 1664525u + 1013904223u;
      apply(s, explore && (dice >> 16) % 10 < (unsigned)explore ? best : right, labels);
    }
  }
  free(s);
  return good;
}
void arcs_run(const Layer *l, int labels, const uint32_t *words, const uint8_t *tags, const int32_t *first, int sentences, int16_t *head, uint8_t *label) {
  uint32_t atom[ATOMS], key[256];
  int32_t score[MAXCLASS];
  State *s = malloc(sizeof *s);
  for (int k = 0; k < sentences; k++) {
    int f = first[k], n = first[k + 1] - f;
    if (n > MOST) { for (int i = 0; i < n; i++) { head[f + i] = (int16_t)n; label[f + i] = 0; } continue; }
    start(s, n);
    while (s->next < n || s->top) {
      arc_atoms(s, words + (int64_t)f * WORD_ATOMS, tags + f, atom);
      score_packed(l, key, keys_of(l, atom, key), score);
      int best = -1;
      for (int m = 0; m <= 2 * labels; m++)
        if (legal(s, m, labels) && (best < 0 || score[m] > score[best])) best = m;
      apply(s, best, labels);
    }
    memcpy(head + f, s->head, 2 * n);
    memcpy(label + f, s->label, n);
  }
  free(s);
}
