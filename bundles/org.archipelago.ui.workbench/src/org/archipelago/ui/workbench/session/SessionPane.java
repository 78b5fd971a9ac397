package org.archipelago.ui.workbench.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.engine.Invitation;
import org.archipelago.engine.Participant;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;

/** A session: what it is about, who is here, its invitations, and what has happened. */
final class SessionPane extends Composite {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final int[] WEIGHTS = {36, 28, 36};
  private static final int TEXT_WIDTH = 440;

  private final Label title;
  private final Label state;
  private final Label warning;
  private final SessionTable<Participant> participants;
  private final SessionTable<Invitation> invitations;
  private final SessionTable<SessionEvent> events;

  SessionPane(Composite parent) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
    title = line();
    Fonts.bold(title, 1);
    state = line();
    warning = line();
    Palette.WARNING.applyTo(warning);
    SashForm sash = new SashForm(this, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    participants =
        new SessionTable<Participant>(sash, SessionPane::fill)
            .column(SessionMessages.column_name, SWT.LEFT, 34)
            .column(SessionMessages.column_doing, SWT.LEFT, 30)
            .column(SessionMessages.column_rows, SWT.RIGHT, 14)
            .column(SessionMessages.column_lastSeen, SWT.RIGHT, 22);
    invitations =
        new SessionTable<Invitation>(sash, SessionPane::fill)
            .column(SessionMessages.column_number, SWT.RIGHT, 8)
            .column(SessionMessages.column_usedBy, SWT.LEFT, 32)
            .column(SessionMessages.column_text, SWT.LEFT, 60);
    events =
        new SessionTable<SessionEvent>(sash, SessionPane::fill)
            .column(SessionMessages.column_time, SWT.LEFT, 16)
            .column(SessionMessages.column_who, SWT.LEFT, 24)
            .column(SessionMessages.column_event, SWT.LEFT, 60);
    sash.setWeights(WEIGHTS);
  }

  private Label line() {
    Label label = new Label(this, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(10, 2)
        .hint(TEXT_WIDTH, SWT.DEFAULT)
        .exclude(true)
        .applyTo(label);
    label.setVisible(false);
    return label;
  }

  void show(SessionSnapshot now) {
    text(title, now.experiment());
    text(state, stateLine(now));
    text(warning, now.warning().map(Problem::localized).orElse(""));
    participants.show(
        NLS.bind(SessionMessages.participants, now.participants().size()), now.participants());
    long free = now.invitations().stream().filter(one -> one.usedBy().isEmpty()).count();
    invitations.show(
        NLS.bind(SessionMessages.invitations, free, now.invitations().size()), now.invitations());
    events.show(SessionMessages.events, now.events());
  }

  private void text(Label label, String text) {
    if (label.getText().equals(text)) {
      return;
    }
    label.setText(text);
    ((GridData) label.getLayoutData()).exclude = text.isEmpty();
    label.setVisible(!text.isEmpty());
    layout();
  }

  private static String stateLine(SessionSnapshot now) {
    String pattern =
        switch (now.phase()) {
          case RUNNING -> SessionMessages.state_running;
          case OVER -> SessionMessages.state_over;
          case CLOSING -> SessionMessages.state_closing;
          default -> SessionMessages.state_open;
        };
    return NLS.bind(pattern, now.address(), now.simulated());
  }

  private static void fill(TableItem item, Participant participant) {
    item.setText(new String[] {
      participant.name(),
      doing(participant),
      Format.count(participant.rows()),
      clock(participant.lastSeen())
    });
    boolean here =
        participant.state() == Participant.State.WAITING
            || participant.state() == Participant.State.TRAINING;
    item.setForeground(here ? null : Palette.QUIET.on(item.getParent()));
  }

  private static String doing(Participant participant) {
    return switch (participant.state()) {
      case WAITING ->
          participant.round() == 0 ? SessionMessages.doing_joined : SessionMessages.doing_idle;
      case TRAINING -> NLS.bind(SessionMessages.doing_training, participant.round());
      case ABSENT -> SessionMessages.doing_absent;
      case LEFT -> SessionMessages.doing_left;
    };
  }

  private static void fill(TableItem item, Invitation invitation) {
    item.setText(new String[] {
      Format.count(invitation.number()),
      invitation.usedBy()
          .map(name -> NLS.bind(SessionMessages.invitation_usedBy, name))
          .orElse(SessionMessages.invitation_free),
      invitation.text()
    });
    item.setForeground(invitation.usedBy().isEmpty() ? null : Palette.QUIET.on(item.getParent()));
  }

  private static void fill(TableItem item, SessionEvent event) {
    item.setText(new String[] {clock(event.at()), event.who(), event.what()});
    item.setForeground(event.refusal() ? Palette.ERROR.on(item.getParent()) : null);
  }

  private static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** The invitation that is chosen in the table. */
  Optional<Invitation> chosenInvitation() {
    return invitations.chosen();
  }

  @Override
  public boolean setFocus() {
    return participants.table().setFocus();
  }
}
