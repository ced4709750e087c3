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

/// See `Operations.plan`. The count of bytes; of those of a `PageFault`, below zero. As all that follow.
@_expose(wasm, "page_plan") @_cdecl("page_plan")
public func pagePlan(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.plan)
}

/// See `Operations.organisation`.
@_expose(wasm, "page_organisation") @_cdecl("page_organisation")
public func pageOrganisation(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.organisation)
}

/// See `Operations.newCode`.
@_expose(wasm, "page_newCode") @_cdecl("page_newCode")
public func pageNewCode(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.newCode)
}

/// See `Operations.readCode`.
@_expose(wasm, "page_readCode") @_cdecl("page_readCode")
public func pageReadCode(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.readCode)
}

/// See `Operations.seal`.
@_expose(wasm, "page_seal") @_cdecl("page_seal")
public func pageSeal(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.seal)
}

/// See `Operations.move`.
@_expose(wasm, "page_move") @_cdecl("page_move")
public func pageMove(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.move)
}

/// See `Operations.openPromise`.
@_expose(wasm, "page_openPromise") @_cdecl("page_openPromise")
public func pageOpenPromise(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.openPromise)
}

/// See `Operations.check`.
@_expose(wasm, "page_check") @_cdecl("page_check")
public func pageCheck(_ fields: UnsafeMutableRawPointer, _ count: Int32) -> Int32 {
    unsafe run(fields, count, Operations.check)
}

/// See `Operations.openReport`.
@_expose(wasm, "page_openReport") @_cdecl("page_openReport")
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
    do throws(PageFault) { return keep(try operation(&fields)) } catch {
        return -keep(error.json.bytes)
    }
}

/// Keeps the bytes for the page to read, and wipes this copy.
private func keep(_ bytes: consuming [UInt8]) -> Int32 {
    unsafe result = .allocate(byteCount: max(bytes.count, 1), alignment: 8)
    unsafe result.copyBytes(from: bytes)
    defer { Sodium.wipe(&bytes) }
    return Int32(bytes.count)
}

private func wipe(_ buffer: UnsafeMutableRawBufferPointer) {
    for index in buffer.indices { unsafe buffer[index] = 0 }
}
