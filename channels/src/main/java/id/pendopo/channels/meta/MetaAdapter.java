package id.pendopo.channels.meta;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.SharedWebhook;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;

/** The channel adapter of an app at Meta: one webhook for all accounts of the app, signed, and thanked at once. */
public interface MetaAdapter extends SharedWebhook {

    @Override
    default void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        MetaWebhook.verify(request, account.settings(MetaAccount.class));
    }

    @Override
    default boolean answersInResponse(ChannelAccount account) {
        return false;
    }

    @Override
    default WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        return MetaWebhook.thanks();
    }
}
