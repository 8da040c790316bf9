package id.pendopo.conversation.desk;

import id.pendopo.knowledge.Masking;
import id.pendopo.ticketing.Ticket;
import org.springframework.stereotype.Component;

/** Redaction for the desk, by the same rules that mask what is learned from citizens. */
@Component
class MaskedNumbers implements Ticket.Redaction {

    private final Masking masking;

    MaskedNumbers(Masking masking) {
        this.masking = masking;
    }

    @Override
    public String mask(String text) {
        return masking.mask(text);
    }
}
