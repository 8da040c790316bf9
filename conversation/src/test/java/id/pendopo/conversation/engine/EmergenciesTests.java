package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmergenciesTests {

    private final Emergencies emergencies = new Emergencies();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tolong kebakaran di jalan anggrek! | FIRE",
                "gas meledak di warung ada korban | FIRE",
                "apinya makin besar | FIRE",
                "there is a fire in my building | FIRE",
                "ada kecelakaan motor korban tidak sadar | MEDICAL",
                "bapak sesak napas bibirnya biru | MEDICAL",
                "someone is having a heart attack | MEDICAL",
                "saya dibegal di jalan sepi | CRIME",
                "ada maling masuk rumah saya sembunyi di kamar | CRIME",
                "someone broke in, I am being attacked | CRIME",
                "anak tenggelam di sungai tolong | DISASTER",
                "banjir bandang kami terjebak di atap | DISASTER",
                "aku pengen bunuh diri | DESPAIR",
                "I want to kill myself | DESPAIR"
            })
    void hearsDangerToLife(String text, Emergencies.Kind kind) {
        assertThat(emergencies.in(Heard.plain(text))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syarat santunan kecelakaan jasa raharja",
                "akta kematian karena tenggelam syaratnya apa",
                "jalan berlubang ini sering bikin kecelakaan",
                "kemarin ada kecelakaan di sini karena lampu mati",
                "how do I report an accident to the insurance",
                "tagihan listrik saya meledak bulan ini",
                "berapa biaya perpanjang sim c",
                "mau lapor jalan rusak dpn sd 3"
            })
    void doesNotHearItInPaperwork(String text) {
        assertThat(emergencies.in(Heard.plain(text))).isEqualTo(Optional.empty());
    }
}
