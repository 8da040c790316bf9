package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Responds to "bukan itu", negative feedback on an article that the citizen picked: it does not answer the question
 * after all.
 */
final class MistakeResponder implements Responder {

    private static final Pattern NOT_IT = Pattern.compile(
            "(?:(?:maaf|oh|lho|loh|eh|wah|ya|sorry) )*(?:bukan|bkn|salah|keliru|sanes|dudu|(?:tidak|tdk|ga|gak|nggak|enggak|kurang) "
                    + "(?:sesuai|cocok|nyambung|tepat|itu)|not (?:that|it|what)|that s not|wrong|no)"
                    + "(?: (?:itu|ini|yang|yg|maksud|maksudnya|saya|sy|ku|kak|min|pak|bu|jawabannya|jawaban|artikel|artikelnya|deh|"
                    + "it|that|this|one|article|answer|i|meant|asked|the|what))*");

    @Override
    public Optional<Decision> respond(TurnContext context) {
        MessageText heard = context.heard();
        boolean said = heard.pick().isEmpty() && NOT_IT.matcher(heard.plain()).matches();
        return context.state()
                .picked()
                .filter(_ -> said || heard.picked(ChoiceIds.NONE_OF_THESE))
                .map(picked -> FallbackResponder.escalated(context)
                        .command(new Command.Learn(picked, false))
                        .state(state -> state.missed(picked.question()).picking(Optional.empty())));
    }
}
