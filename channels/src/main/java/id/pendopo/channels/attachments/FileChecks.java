package id.pendopo.channels.attachments;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.attachments.scan.VirusScanner;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** The content checks of uploads: what kind of file it is by its bytes, drawn anew where it is a picture, and scanned. */
@Component
class FileChecks {

    /** Bytes, as uploaded. */
    static final int LARGEST = Download.LARGEST;

    /** Pictures drawn at the same time: each takes about 100 MB of memory. */
    private static final int AT_ONCE = 2;

    private final VirusScanner scanner;
    private final Semaphore drawing = new Semaphore(AT_ONCE);

    FileChecks(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /** Whether it was scanned and found clean; false while nobody can scan it. */
    boolean scanned(byte[] file) throws AttachmentRefused {
        return switch (scanner.scan(file)) {
            case CLEAN -> true;
            case AWAY -> false;
            case INFECTED -> throw new AttachmentRefused(AttachmentRefused.Reason.INFECTED);
            case TOO_LARGE -> throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
        };
    }

    /** What is kept of it. */
    Picture cleaned(byte[] file) throws AttachmentRefused {
        if (file.length > LARGEST) {
            throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
        }
        FileType type = FileType.sniff(file).orElseThrow(() -> new AttachmentRefused(AttachmentRefused.Reason.TYPE));
        return switch (type) {
            case JPEG, PNG, WEBP -> drawnAnew(file);
            case PDF, VOICE, RECORDING, RECORDING_WIDE, RECORDING_NARROW -> new Picture(type.mediaType(), file);
        };
    }

    private Picture drawnAnew(byte[] file) throws AttachmentRefused {
        drawing.acquireUninterruptibly();
        try {
            return Picture.drawnAnew(file);
        } finally {
            drawing.release();
        }
    }

    Optional<byte[]> small(Picture kept) {
        drawing.acquireUninterruptibly();
        try {
            return kept.small();
        } finally {
            drawing.release();
        }
    }
}
