/// The workflow that `bookc new` writes: builds and checks the book for every push.
///
/// The same file stands in this project's `.github/workflows/book.yml`; a test holds them equal.
package let bookWorkflow = #"""
  # Makes the book for every push and pull request: checks the manuscript, builds EPUB, PDF and the
  # website, says what changed, and attaches the books to a release when a tag is pushed.
  #
  # Where the book stands in a repository of its own, set the repository variable BOOKC_REPOSITORY
  # (Settings, Secrets and variables, Actions, Variables) to the address of bookc's git repository,
  # and BOOKC_VERSION to the tag to use.
  name: book

  on:
    push:
      branches: ["**"]
      tags: ["**"]
    pull_request:
    workflow_dispatch:

  permissions:
    contents: read

  concurrency:
    group: book-${{ github.ref }}
    cancel-in-progress: ${{ github.event_name == 'pull_request' }}

  defaults:
    run:
      shell: bash

  jobs:
    book:
      runs-on: ubuntu-24.04
      timeout-minutes: 60
      permissions:
        contents: read
        security-events: write
      steps:
        - name: Get the book with its history
          uses: actions/checkout@v4
          with:
            fetch-depth: 0
            persist-credentials: false

        - name: Find bookc
          id: bookc
          env:
            BOOKC_REPOSITORY: ${{ vars.BOOKC_REPOSITORY }}
            BOOKC_VERSION: ${{ vars.BOOKC_VERSION }}
          run: |
            if [[ -x Scripts/bookc && -f Package.swift ]]; then
              folder="$PWD"
              key="$(git rev-parse HEAD:Sources)"
            elif [[ -n "$BOOKC_REPOSITORY" ]]; then
              folder="$RUNNER_TEMP/bookc"
              git clone --quiet --depth 1 ${BOOKC_VERSION:+--branch "$BOOKC_VERSION"} \
                "$BOOKC_REPOSITORY" "$folder"
              key="$(git -C "$folder" rev-parse HEAD)"
            else
              echo "::error::Set the repository variable BOOKC_REPOSITORY to the address of bookc's git repository"
              exit 1
            fi
            printf 'folder=%s\nkey=%s\n' "$folder" "$key" >> "$GITHUB_OUTPUT"

        - name: Keep bookc built between runs
          uses: actions/cache@v4
          with:
            path: ${{ steps.bookc.outputs.folder }}/.build
            key: bookc-${{ runner.os }}-${{ runner.arch }}-${{ steps.bookc.outputs.key }}
            restore-keys: bookc-${{ runner.os }}-${{ runner.arch }}-

        - name: Build bookc
          env:
            BOOKC: ${{ steps.bookc.outputs.folder }}/Scripts/bookc
          run: |
            "$BOOKC" --version

        - name: Check the manuscript
          env:
            BOOKC: ${{ steps.bookc.outputs.folder }}/Scripts/bookc
          run: |
            mkdir -p reports
            "$BOOKC" check --format sarif > reports/bookc.sarif || true
            "$BOOKC" check --format github

        - name: Show what was found beside the code
          if: ${{ !cancelled() && (github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository) }}
          continue-on-error: true
          uses: github/codeql-action/upload-sarif@v4
          with:
            sarif_file: reports/bookc.sarif
            category: bookc

        - name: Build the book
          env:
            BOOKC: ${{ steps.bookc.outputs.folder }}/Scripts/bookc
          run: |
            "$BOOKC" build --formats epub,pdf,html --out dist
            for epub in dist/*.epub; do
              "$BOOKC" check "$epub"
            done

        - name: Say what changed
          env:
            BOOKC: ${{ steps.bookc.outputs.folder }}/Scripts/bookc
            BEFORE: ${{ github.event.pull_request.base.sha || github.event.before }}
          run: |
            if ! git rev-parse --quiet --verify "$BEFORE^{commit}" > /dev/null; then
              BEFORE="$(git rev-parse --quiet --verify HEAD~1 || true)"
            fi
            if [[ -z "$BEFORE" ]]; then
              echo "This is the first revision: there is nothing to compare it with." >> "$GITHUB_STEP_SUMMARY"
            elif "$BOOKC" diff "$BEFORE" HEAD --out dist/changes.html; then
              { echo '```'; "$BOOKC" diff "$BEFORE" HEAD | head -c 200000; echo '```'; } >> "$GITHUB_STEP_SUMMARY"
            else
              echo "The revision before could not be compared." >> "$GITHUB_STEP_SUMMARY"
            fi

        - name: Keep the books
          if: ${{ !cancelled() }}
          uses: actions/upload-artifact@v4
          with:
            name: book
            path: |
              dist
              reports
            if-no-files-found: warn

    release:
      if: ${{ github.event_name == 'push' && github.ref_type == 'tag' }}
      needs: book
      runs-on: ubuntu-24.04
      timeout-minutes: 10
      permissions:
        contents: write
      steps:
        - name: Fetch the books
          uses: actions/download-artifact@v4
          with:
            name: book
            path: book

        - name: Attach them to the release
          env:
            GH_TOKEN: ${{ github.token }}
            GH_REPO: ${{ github.repository }}
            TAG: ${{ github.ref_name }}
          run: |
            cd book/dist
            if [[ -d html ]]; then
              tar -czf website.tar.gz html
            fi
            shopt -s nullglob
            files=(*.epub *.pdf *.tar.gz *.json changes.html)
            gh release view "$TAG" > /dev/null 2>&1 || gh release create "$TAG" --verify-tag --title "$TAG" --notes "The book as of $TAG."
            for file in "${files[@]}"; do
              if [[ -f "$file" ]]; then
                gh release upload "$TAG" "$file" --clobber
              fi
            done

  """#
