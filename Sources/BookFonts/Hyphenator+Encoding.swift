#if SETS_PAGES
  import CHyphen
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  extension Hyphenator {
    /// Loads patterns from the bytes of their file.
    static func loadDictionary(_ bytes: [UInt8]) -> UnsafeMutablePointer<HyphenDict>? {
      var bytes = bytes
      return bytes.withUnsafeMutableBytes { buffer in
        guard let file = fmemopen(buffer.baseAddress, buffer.count, "r") else { return nil }
        defer { fclose(file) }
        return hnj_hyphen_load_file(file)
      }
    }

    /// Loads patterns kept in an old 8-bit encoding, which would never match the UTF-8 of a book,
    /// by way of a copy in UTF-8.
    static func loadTranscoded(
      _ bytes: [UInt8], from encoding: String
    ) -> UnsafeMutablePointer<HyphenDict>? {
      #if canImport(Glibc)
        guard var text = utf8(bytes, from: encoding), let end = text.firstIndex(of: 0x0A) else {
          return nil
        }
        // The first line names the encoding.
        text.replaceSubrange(..<end, with: "UTF-8".utf8)
        return loadDictionary(text)
      #else
        return nil
      #endif
    }

    #if canImport(Glibc)
      private static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        let name = encoding.hasPrefix("microsoft-cp") ? "CP" + encoding.dropFirst(12) : encoding
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
          return nil
        }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        // No character of an 8-bit encoding takes more than three bytes, or four to be safe.
        var target = [CChar](repeating: 0, count: bytes.count * 4)
        var left = target.count
        let isWhole = source.withUnsafeMutableBufferPointer { input in
          target.withUnsafeMutableBufferPointer { output in
            var from = input.baseAddress
            var to = output.baseAddress
            var rest = input.count
            return iconv(converter, &from, &rest, &to, &left) != -1 && rest == 0
          }
        }
        guard isWhole else { return nil }
        return target[..<(target.count - left)].map { UInt8(bitPattern: $0) }
      }
    #endif
  }
#endif
