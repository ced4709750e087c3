import Foundation

/// zlib's `uncompress`, taken from the shared library every Debian system has (dpkg needs it): no package
/// for one test.
func inflate(_ compressed: [UInt8], maximumByteCount: Int = 64 << 20) throws -> [UInt8] {
    typealias Uncompress =
        @convention(c) (
            UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt>, UnsafePointer<UInt8>, UInt
        ) -> Int32
    guard let library = unsafe dlopen("libz.so.1", RTLD_NOW),
        let symbol = unsafe dlsym(library, "uncompress")
    else { throw CocoaError(.featureUnsupported) }
    let uncompress = unsafe unsafeBitCast(symbol, to: Uncompress.self)
    var count = UInt(maximumByteCount)
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: maximumByteCount) { out, initialized in
        code = unsafe uncompress(out.baseAddress!, &count, compressed, UInt(compressed.count))
        initialized = code == 0 ? Int(count) : 0
    }
    guard code == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return bytes
}
