package id.pendopo.channels.attachments.api;

import id.pendopo.channels.attachments.FileType;
import id.pendopo.channels.attachments.Picture;
import id.pendopo.channels.attachments.SignedLinks;
import id.pendopo.channels.attachments.StoredAttachments;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out files to whoever holds a signed link: as a download, never as a page of ours. */
@RestController
final class AttachmentController {

    private static final int SHORT = 8;

    private final StoredAttachments attachments;
    private final SignedLinks links;

    AttachmentController(StoredAttachments attachments, SignedLinks links) {
        this.attachments = attachments;
        this.links = links;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> download(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String signature) {
        if (!links.holds(id, until, signature)) {
            return ResponseEntity.notFound().build();
        }
        return attachments
                .file(id)
                .map(file -> response(id, file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> response(String id, Picture file) {
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
