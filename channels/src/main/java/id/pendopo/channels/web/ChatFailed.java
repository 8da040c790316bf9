package id.pendopo.channels.web;

import id.pendopo.channels.AttachmentRefused;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * A request of the chat that cannot be done as it is. It resolves to a sentence of the message bundle that says why and
 * what to do.
 */
public final class ChatFailed extends RuntimeException implements MessageSourceResolvable {

    private static final Duration LATER = Duration.ofMinutes(10);

    private final HttpStatus status;
    private final String reason;
    private final transient Object[] arguments;
    private final @Nullable Duration retryAfter;

    /** @param reason names the sentence {@code chat.problem.REASON}; never anything from the request */
    public ChatFailed(HttpStatus status, String reason, Object... arguments) {
        this(status, reason, null, arguments);
    }

    private ChatFailed(HttpStatus status, String reason, @Nullable Duration retryAfter, Object... arguments) {
        super(reason);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.arguments = arguments.clone();
    }

    /**
     * What a failure means to the citizen.
     *
     * @throws RuntimeException the failure itself, when it is our bug
     */
    public static ChatFailed of(Exception failure) {
        return switch (failure) {
            case ChatFailed failed -> failed;
            case AttachmentRefused refused -> of(refused.reason());
            case MaxUploadSizeExceededException _ -> of(AttachmentRefused.Reason.TOO_LARGE);
            case MultipartException _, MissingServletRequestPartException _ ->
                new ChatFailed(HttpStatus.BAD_REQUEST, "file-missing");
            case DataIntegrityViolationException ours -> throw ours;
            case DataAccessException _, TransactionException _ -> away();
            case RuntimeException ours -> throw ours;
            default -> throw new IllegalStateException(failure);
        };
    }

    private static ChatFailed of(AttachmentRefused.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> new ChatFailed(HttpStatus.CONTENT_TOO_LARGE, "file-size");
            case TYPE -> new ChatFailed(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-type");
            case UNREADABLE, ELSEWHERE, UNREACHABLE ->
                new ChatFailed(HttpStatus.UNPROCESSABLE_CONTENT, "file-unreadable");
            case NO_ROOM, UNSCANNED -> new ChatFailed(HttpStatus.INSUFFICIENT_STORAGE, "file-room", LATER);
            case INFECTED -> new ChatFailed(HttpStatus.UNPROCESSABLE_CONTENT, "file-infected");
            case TOO_EARLY -> new ChatFailed(HttpStatus.CONFLICT, "file-early");
        };
    }

    /** Too much at a time; the same request is welcome later. */
    public static ChatFailed tooOften(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return new ChatFailed(HttpStatus.TOO_MANY_REQUESTS, "too-often", retryAfter, seconds);
    }

    /** As many streams are open as the desk can hold; one more is welcome later. */
    public static ChatFailed full() {
        return new ChatFailed(HttpStatus.SERVICE_UNAVAILABLE, "streams", Duration.ofSeconds(10));
    }

    /** Our own trouble; nothing was stored and the same request is welcome again. */
    private static ChatFailed away() {
        return new ChatFailed(HttpStatus.SERVICE_UNAVAILABLE, "away", Duration.ofSeconds(5));
    }

    public HttpStatus status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String[] getCodes() {
        return new String[] {"chat.problem." + reason};
    }

    @Override
    public Object[] getArguments() {
        return arguments.clone();
    }
}
