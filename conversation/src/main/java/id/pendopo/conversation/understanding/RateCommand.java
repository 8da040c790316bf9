package id.pendopo.conversation.understanding;

import id.pendopo.ticketing.TicketCode;
import java.util.List;
import java.util.Optional;

/**
 * "NILAI 482 177 3021 4", with or without the number, the last four digits of the reporter's, the score and a remark.
 *
 * @param exact whether the word is typed without a slip
 * @param code empty when no number is given, or none that a ticket can have
 * @param proof four digits between the number and the score
 * @param rest what follows
 * @param score what should be the digit: the first word after the number, or all of them
 */
public record RateCommand(
        boolean exact, Optional<TicketCode> code, Optional<String> proof, List<String> rest, String score) {

    public RateCommand {
        rest = List.copyOf(rest);
    }

    /** What is said after the digit. */
    public String remark() {
        boolean more = rest.size() > 1 && score.length() == 1;
        return more ? String.join(" ", rest.subList(1, rest.size())) : "";
    }

    /** Whether there is a number that no ticket can have. */
    public boolean miscoded() {
        return code.isEmpty() && digits() > 4 && String.join("", rest).matches("[\\d.,:\\-]+");
    }

    /** How many digits follow the word, without the one that is the score. */
    public int digits() {
        boolean scored = rest.size() > 1 && rest.getLast().matches("\\d");
        return String.join("", scored ? rest.subList(0, rest.size() - 1) : rest)
                .replaceAll("\\D", "")
                .length();
    }

    @Override
    public String toString() {
        return "RateCommand[" + code + "]";
    }
}
