package id.pendopo.channels.email;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The loop guard: knows a mail that a machine sent, which nobody answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834#section-2">RFC 3834, when (not) to send automatic responses</a>
 */
final class AutomaticMail {

    private static final Set<String> PRECEDENCE = Set.of("bulk", "list", "junk", "auto_reply");

    /** Of mailing lists: https://www.rfc-editor.org/rfc/rfc2369 and https://www.rfc-editor.org/rfc/rfc2919 */
    private static final List<String> OF_LISTS = List.of(
            "List-Id", "List-Unsubscribe", "List-Post", "List-Help", "List-Subscribe", "List-Owner", "List-Archive");

    /** What programs wrote before there was a standard. */
    private static final List<String> OLDER =
            List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From", "X-Loop");

    private static final Set<String> MACHINES =
            Set.of("mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply");

    private AutomaticMail() {}

    /** @param ours our own address, in small letters */
    static boolean is(MailHeaders mail, String from, String ours) {
        return from.equals(ours)
                || MACHINES.contains(from.substring(0, from.lastIndexOf('@')))
                || says(mail, "Auto-Submitted", "no")
                || says(mail, "X-Auto-Response-Suppress", "none")
                || mail.all("Return-Path").stream()
                        .anyMatch(path -> path.strip().equals("<>"))
                || mail.first("Precedence")
                        .filter(value -> PRECEDENCE.contains(value.toLowerCase(Locale.ROOT)))
                        .isPresent()
                || mail.first("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/report"))
                        .isPresent()
                || OF_LISTS.stream().anyMatch(mail::has)
                || OLDER.stream().anyMatch(mail::has);
    }

    /** Whether it is there and says anything else; a comment or a parameter may follow the word. */
    private static boolean says(MailHeaders mail, String name, String nothing) {
        return mail.first(name)
                .map(value -> value.split("[;( ]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(value -> !value.equals(nothing))
                .isPresent();
    }
}
