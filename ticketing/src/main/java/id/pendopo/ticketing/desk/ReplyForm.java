package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.TicketCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the reply form sends.
 *
 * @param waiting whether the ticket waits for the citizen; a box that is not ticked is not sent
 * @param files chosen now
 * @param kept ids of files that were chosen before, when the form was not taken
 */
record ReplyForm(
        @Nullable String text,
        @Nullable Boolean waiting,
        @Nullable List<MultipartFile> files,
        @Nullable List<String> kept) {

    String typed() {
        return Objects.requireNonNullElse(text, "");
    }

    boolean asks() {
        return Boolean.TRUE.equals(waiting);
    }

    String words() {
        return typed().strip();
    }

    /** A browser sends a part for a field in which nothing was chosen. */
    List<MultipartFile> uploads() {
        return files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
    }

    List<String> earlier() {
        return kept == null ? List.of() : kept.stream().distinct().toList();
    }

    /** The same words with the same files are the same request, although each upload has an id of its own. */
    Optional<IdempotencyKey> key(DeskActions.Sender sender) {
        String sent = Stream.concat(uploads().stream().map(ReplyForm::sum), earlier().stream())
                .collect(Collectors.joining(" "));
        String asks = String.valueOf(asks());
        return sent.isEmpty() ? sender.key("reply", asks, words()) : sender.key("reply", asks, words(), sent);
    }

    TicketCommand.Reply command(DeskActions.Sender sender, long version, ReplyFiles.Kept kept) {
        return new TicketCommand.Reply(sender.code(), version, words(), asks(), kept.ids());
    }

    private static String sum(MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    @Override
    public String toString() {
        return "ReplyForm[REDACTED]";
    }
}
