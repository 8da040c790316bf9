package id.pendopo.channels.voice;

import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.SsmlBreak;
import com.twilio.twiml.voice.SsmlSayAs;

/**
 * A piece of what a voice says.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/say/text-speech#use-ssml">SSML at Twilio</a>
 */
sealed interface Sound {

    void into(Say.Builder say);

    /** Words; the builder escapes them. */
    record Words(String text) implements Sound {

        @Override
        public void into(Say.Builder say) {
            say.addText(text);
        }
    }

    /** Digits one by one. */
    record Digits(String digits) implements Sound {

        @Override
        public void into(Say.Builder say) {
            say.sayAs(new SsmlSayAs.Builder(digits)
                    .interpretAs(SsmlSayAs.InterpretAs.DIGITS)
                    .build());
        }
    }

    /** Time to write down what came before. */
    record Pause() implements Sound {

        @Override
        public void into(Say.Builder say) {
            say.break_(new SsmlBreak.Builder().time("300ms").build());
        }
    }
}
