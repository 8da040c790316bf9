package id.pendopo.channels.telegram;

import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.util.Optional;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * What a refusal by Telegram means for a message.
 *
 * @see <a href="https://core.telegram.org/api/errors">Errors</a>
 */
final class TelegramErrors {

    private TelegramErrors() {}

    static SendFailed refused(TelegramAnswer answer) {
        int code = answer.code();
        return new SendFailed(outcome(code), code == 403 ? "blocked" : code(code), answer.retryAfter());
    }

    /** A request without an answer: harmless only if it was never written. */
    static SendFailed unanswered(Exception failure) {
        if (failure instanceof TelegramApiValidationException) {
            return new SendFailed(Outcome.PERMANENT, "invalid", Optional.empty());
        }
        boolean written = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            written |= cause instanceof TelegramWire.Written;
        }
        return new SendFailed(
                written ? Outcome.UNKNOWN : Outcome.RETRY, written ? "no-answer" : "unreachable", Optional.empty());
    }

    private static Outcome outcome(int code) {
        return switch (code) {
            // The person blocked the bot, or left Telegram.
            case 403 -> Outcome.BLOCKED;
            // The token is wrong or was revoked: mended by an operator, not by the text.
            case 401, 404 -> Outcome.RETRY;
            // Too many at once: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
            case 429 -> Outcome.LIMITED;
            // Another node asks for updates.
            case 409 -> Outcome.RETRY;
            // An answer that neither says yes nor no.
            case 0 -> Outcome.UNKNOWN;
            default -> code >= 500 ? Outcome.RETRY : Outcome.PERMANENT;
        };
    }

    private static String code(int code) {
        return code == 0 ? "unreadable answer" : String.valueOf(code);
    }
}
