"""Forms made from the models of what is filled in: their fields, their words, and the way back to the act.

    form = form_of(ACTS[kind], Asking(Circumstances(case, actor, on), about=task.about))
    typed = submitted(await request.body())
    again = reshaped(form, typed)           # a button asked for one more field
    said = read(form, typed, language)      # the act, or what is wrong at which field
    page = shown(form, typed, language, said.wrong)

What a form asks follows from the model, what it offers from the case, and whether it is right from the same model and
the same acceptance as in the API.
"""

from api.pages.forms.asking import Asking as Asking
from api.pages.forms.drafting import for_a_draft as for_a_draft
from api.pages.forms.filling import at_first as at_first, filled as filled, reshaped as reshaped
from api.pages.forms.form import Form as Form, Supplied as Supplied, Typed as Typed, submitted as submitted
from api.pages.forms.reading import Filled as Filled, Wrong as Wrong, read as read, refused as refused
from api.pages.forms.shown import Shown as Shown, ShownForm as ShownForm, shown as shown
from api.pages.forms.supplied import application_form as application_form, form_of as form_of
from api.pages.forms.told import Section as Section, Told as Told, told as told
