package id.pendopo.channels.email;

import java.util.Locale;

/** The words of a letter: what was written now, with its subject where that says more. */
final class MailWords {

    /** Characters; a shorter letter may mean its subject. */
    private static final int SHORT = 20;

    /** Characters of what clients put before a subject, with its colon: {@code Antw[2]:}. */
    private static final int LONGEST_PREFIX = 12;

    private final MailHeaders mail;
    private final ReplyPhrases phrases;

    MailWords(MailHeaders mail, ReplyPhrases phrases) {
        this.mail = mail;
        this.phrases = phrases;
    }

    /** @param goesOn whether the mail is a reply to one of ours, whose subject says nothing new */
    String of(String body, boolean goesOn) {
        String written = new QuotedText(phrases).without(body);
        String subject = subject();
        if (written.isEmpty() && !goesOn && !body.isBlank()) {
            written = unmarked(body); // Somebody forwards a letter without a word.
        }
        boolean begins = !goesOn && !mail.has("In-Reply-To") || written.length() < SHORT && !goesOn;
        if (written.isEmpty()) {
            return subject;
        }
        return begins && !subject.isEmpty() && !says(written, subject) ? subject + "\n\n" + written : written;
    }

    private static boolean says(String words, String subject) {
        return words.toLowerCase(Locale.ROOT).startsWith(subject.toLowerCase(Locale.ROOT));
    }

    private static String unmarked(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines()
                .map(line -> line.replaceFirst("^(?:>\\s?){1,20}", ""))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString().strip();
    }

    /** Without what clients put before the subject of a reply. */
    String subject() {
        String subject =
                mail.first("Subject").orElse("").replaceAll("\\s+", " ").strip();
        for (int colon = prefix(subject); colon > 0; colon = prefix(subject)) {
            subject = subject.substring(colon + 1).strip();
        }
        return subject;
    }

    /** @return where the colon is; 0 without a prefix */
    private int prefix(String subject) {
        int colon = subject.indexOf(':');
        if (colon < 1 || colon >= LONGEST_PREFIX) {
            return 0;
        }
        String word = subject.substring(0, colon).replaceAll("\\[\\d+\\]", "");
        return phrases.matches(ReplyPhrases.Kind.SUBJECT, word) ? colon : 0;
    }
}
