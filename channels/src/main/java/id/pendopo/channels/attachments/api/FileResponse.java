package id.pendopo.channels.attachments.api;

import id.pendopo.channels.attachments.FileType;
import id.pendopo.channels.attachments.Picture;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The HTTP response that a file goes out in: a download, in which nothing runs and which nobody keeps. */
final class FileResponse {

    private static final int SHORT = 8;

    private FileResponse() {}

    static ResponseEntity<byte[]> of(String id, Picture file) {
        String name = "lampiran-" + id.substring(0, SHORT) + "." + FileType.extension(file.type());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(file.file());
    }
}
