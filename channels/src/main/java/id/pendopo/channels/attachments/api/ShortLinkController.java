package id.pendopo.channels.attachments.api;

import id.pendopo.channels.attachments.ShortLinks;
import id.pendopo.channels.attachments.StoredAttachments;
import id.pendopo.ui.NetworkName;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out files to whoever holds a short link, as {@link AttachmentController} does to whoever holds a signed one. */
@RestController
final class ShortLinkController {

    private final StoredAttachments attachments;
    private final ShortLinks links;

    ShortLinkController(StoredAttachments attachments, ShortLinks links) {
        this.attachments = attachments;
        this.links = links;
    }

    /**
     * A link that ended looks like one that never was: nobody learns by trying.
     *
     * @param preview the picture in small, for providers that show one ahead
     */
    @GetMapping("/f/{code}")
    ResponseEntity<byte[]> open(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean preview,
            HttpServletRequest request) {
        NetworkName.of(request.getRemoteAddr()).flatMap(links::exceeded).ifPresent(_ -> {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        });
        return links.open(code)
                .flatMap(id -> (preview ? attachments.preview(id) : attachments.file(id))
                        .map(file -> FileResponse.of(id, file)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
