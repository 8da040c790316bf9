package id.pendopo.ticketing.reporting;

import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Visibility;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The draft of a report as far as it is filled in, kept in the visitor's HTTP session. Both codes are drawn when it
 * begins, so that the same report sent twice is one ticket.
 *
 * @param key drawn when the form to begin with was rendered: that form sent twice begins one report, this one once sent
 * @param ticketCode 10 digits, the ticket's name when a number is its key
 * @param receiptCode 16 digits, its name when there is no number
 * @param reached the first question that was not answered yet
 * @param who a {@link Visibility}, empty before it is answered
 * @param digits the last four of a number, may stay empty
 */
record ReportDraft(
        String key,
        String ticketCode,
        String receiptCode,
        Question reached,
        String text,
        String category,
        String place,
        String who,
        String name,
        String digits,
        boolean sent) {

    /** One question a page, in order; the last one only checks. */
    enum Question {
        TEXT,
        CATEGORY,
        PLACE,
        WHO,
        NAME,
        CONTACT,
        CHECK;

        /** Its address and the prefix of its texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Question> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    static ReportDraft begin(String key) {
        return new ReportDraft(
                key,
                TicketCode.random().digits(),
                TicketCode.anonymousReceipt().digits(),
                Question.TEXT,
                "",
                "",
                "",
                "",
                "",
                "",
                false);
    }

    /** The same report under other codes. */
    ReportDraft redrawn() {
        ReportDraft fresh = begin(key);
        return new ReportDraft(
                key, fresh.ticketCode, fresh.receiptCode, reached, text, category, place, who, name, digits, false);
    }

    public boolean anonymous() {
        return who.equals(Visibility.ANONYMOUS.name());
    }

    TicketCode code() {
        return new TicketCode(anonymous() || digits.isEmpty() ? receiptCode : ticketCode);
    }

    /** With one answer more; whoever stays anonymous is asked neither name nor number. */
    ReportDraft answered(Question question, String answer) {
        ReportDraft with = new ReportDraft(
                key,
                ticketCode,
                receiptCode,
                reached,
                question == Question.TEXT ? answer : text,
                question == Question.CATEGORY ? answer : category,
                question == Question.PLACE ? answer : place,
                question == Question.WHO ? answer : who,
                question == Question.NAME ? answer : name,
                question == Question.CONTACT ? answer : digits,
                false);
        boolean asksTheName = question == Question.WHO && anonymous() && !with.anonymous();
        return asksTheName ? with.at(Question.NAME) : with.reaching(with.after(question));
    }

    private Question after(Question question) {
        boolean skips = question == Question.WHO && anonymous();
        return skips ? Question.CHECK : Question.values()[question.ordinal() + 1];
    }

    private ReportDraft reaching(Question next) {
        return at(next.compareTo(reached) > 0 ? next : reached);
    }

    private ReportDraft at(Question question) {
        return new ReportDraft(key, ticketCode, receiptCode, question, text, category, place, who, name, digits, sent);
    }

    ReportDraft finished() {
        return new ReportDraft(key, ticketCode, receiptCode, reached, text, category, place, who, name, digits, true);
    }

    /** What was answered to a question, as it was typed. */
    String answer(Question question) {
        return switch (question) {
            case TEXT -> text;
            case CATEGORY -> category;
            case PLACE -> place;
            case WHO -> who;
            case NAME -> name;
            case CONTACT -> digits;
            case CHECK -> "";
        };
    }

    @Override
    public String toString() {
        return "ReportDraft[" + reached + "]";
    }
}
