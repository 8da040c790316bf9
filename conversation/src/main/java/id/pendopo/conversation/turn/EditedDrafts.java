package id.pendopo.conversation.turn;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.DraftEdit;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Edits of messages in the forms that they filled, and the message that has such a form read over again. */
@Component
class EditedDrafts {

    private final Forms forms;
    private final Phrasebook phrasebook;

    EditedDrafts(CountryPack pack, Phrasebook phrasebook) {
        this.forms = Forms.of(pack);
        this.phrasebook = phrasebook;
    }

    Optional<Draft> edited(Draft draft, String before, String after, Facts facts) {
        DraftEdit edit =
                new DraftEdit(phrasebook, before, after, facts.categories(), facts.likely(Confidence.SUGGESTED));
        return edit.of(forms.of(draft), draft);
    }

    /** Takes the form up again, with the new words for whoever looks for danger in them. */
    static InboundMessage message(MessageChanged change, Conversation conversation, String after) {
        return new InboundMessage(
                change.account(),
                change.externalId(),
                change.at(),
                conversation.kind(),
                change.from(),
                after,
                Optional.of(ChoiceIds.RESUME),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
