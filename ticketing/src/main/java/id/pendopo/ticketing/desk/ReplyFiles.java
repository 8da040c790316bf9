package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Correspondence.FileRefused;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.labels.TicketFiles;
import id.pendopo.ticketing.labels.TicketLabels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The uploads of the reply form: keeps what an agent chose, and says which of it cannot be sent. */
@Component
class ReplyFiles {

    /** Files of one reply. */
    static final int MOST = 3;

    /** Bytes of a file that is read at all; what is kept of it is for the store to say. */
    private static final long LARGEST = 10 << 20;

    private final ObjectProvider<Correspondence> correspondence;
    private final TicketFiles files;
    private final TicketLabels labels;

    ReplyFiles(ObjectProvider<Correspondence> correspondence, TicketFiles files, TicketLabels labels) {
        this.correspondence = correspondence;
        this.files = files;
        this.labels = labels;
    }

    /**
     * What is kept of the form's files.
     *
     * @param refusal what to do about those that are not
     */
    record Kept(List<TicketFiles.Shown> shown, Optional<String> refusal) {

        List<String> ids() {
            return shown.stream().map(TicketFiles.Shown::id).toList();
        }
    }

    Kept keep(Ticket ticket, ReplyForm form, Locale language) {
        List<Correspondence.File> kept = new ArrayList<>(files.sent(ticket, form.earlier()));
        if (kept.size() + form.uploads().size() > MOST) {
            return new Kept(files.shown(kept, language), Optional.of(labels.say(language, "desk.error.files", MOST)));
        }
        Optional<String> refusal = gone(kept, form, language);
        for (MultipartFile upload : form.uploads()) {
            try {
                kept.add(keep(ticket, upload));
            } catch (FileRefused refused) {
                refusal = Optional.of(labels.say(language, "desk.error.file." + refused.why(), name(upload)));
            }
        }
        return new Kept(files.shown(kept, language), refusal);
    }

    /** A form that was left open for an hour holds files that are not kept any more. */
    private Optional<String> gone(List<Correspondence.File> kept, ReplyForm form, Locale language) {
        return kept.size() < form.earlier().size()
                ? Optional.of(labels.say(language, "desk.error.files.gone"))
                : Optional.empty();
    }

    private Correspondence.File keep(Ticket ticket, MultipartFile upload) throws FileRefused {
        Correspondence desk = correspondence.getIfAvailable();
        if (desk == null) {
            throw new FileRefused("unreachable");
        }
        if (upload.getSize() > LARGEST) {
            throw new FileRefused("too_large");
        }
        try {
            return desk.keep(ticket, name(upload), upload.getBytes());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String name(MultipartFile upload) {
        return Optional.ofNullable(upload.getOriginalFilename()).orElse("");
    }
}
