package id.pendopo.channels.attachments.api;

import id.pendopo.channels.attachments.SignedLinks;
import id.pendopo.channels.attachments.StoredAttachments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out files to whoever holds a signed link: as a download, never as a page of ours. */
@RestController
final class AttachmentController {

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
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "false") boolean preview) {
        if (!links.holds(id, until, signature)) {
            return ResponseEntity.notFound().build();
        }
        return (preview ? attachments.preview(id) : attachments.file(id))
                .map(file -> FileResponse.of(id, file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
