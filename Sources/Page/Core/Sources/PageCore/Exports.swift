// PageCore: the reporter's core behind a handful of WebAssembly exports. The page has no cryptography of its own.
// One call: page_alloc, write the fields there, the operation, read page_result. It keeps nothing: input is
// wiped when read, the result when the next call or page_forget comes.
import CPageHost
import Sodium

/// The bytes of the last operation. A module instance has one thread.
nonisolated(unsafe) private var result = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)

/// Memory for `count` bytes of fields. The operation takes it over.
@_expose(wasm, "page_alloc") @_cdecl("page_alloc")
public func pageAlloc(_ count: Int32) -> UnsafeMutableRawPointer? {
    count < 0 ? nil : .allocate(byteCount: max(Int(count), 1), alignment: 8)
}

/// Where the last operation's bytes are.
@_expose(wasm, "page_result") @_cdecl("page_result")
public func pageResult() -> UnsafeMutableRawPointer? { unsafe result.baseAddress }

/// Wipes them.
@_expose(wasm, "page_forget") @_cdecl("page_forget")
public func pageForget() {
    unsafe wipe(result)
    unsafe result.deallocate()
    unsafe result = UnsafeMutableRawBufferPointer(start: nil, count: 0)
}

/// See `Operations.derive`. The count of bytes, or a `PageFault`, as from all that follow.
@_expose(wasm, "page_derive") @_cdecl("page_derive")
public func pageDerive(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.derive)
}

/// See `Operations.sealReport`.
@_expose(wasm, "page_seal_report") @_cdecl("page_seal_report")
public func pageSealReport(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.sealReport)
}

/// See `Operations.openReply`.
@_expose(wasm, "page_open_reply") @_cdecl("page_open_reply")
public func pageOpenReply(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.openReply)
}

/// See `Operations.openReport`.
@_expose(wasm, "page_open_report") @_cdecl("page_open_report")
public func pageOpenReport(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.openReport)
}

private func run(
    _ input: UnsafeMutableRawPointer, _ count: Int32,
    _ operation: (inout Fields) throws(PageFault) -> [UInt8]
) -> Int32 {
    pageForget()
    let buffer = unsafe UnsafeMutableRawBufferPointer(start: input, count: Int(max(count, 0)))
    var bytes = unsafe [UInt8](buffer)
    unsafe wipe(buffer)
    unsafe buffer.deallocate()
    defer { Sodium.wipe(&bytes) }
    var fields = Fields(bytes)
    do throws(PageFault) {
        var output = try operation(&fields)
        defer { Sodium.wipe(&output) }
        unsafe result = .allocate(byteCount: max(output.count, 1), alignment: 8)
        unsafe result.copyBytes(from: output)
        return Int32(output.count)
    } catch { return error.rawValue }
}

private func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
    for index in buffer.indices { unsafe buffer[index] = 0 }
}
