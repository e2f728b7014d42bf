# La primera pregunta y lo que espera su respuesta.

first-title = Antes de que algo vuelva
first-question = ¿Hay alguien, o una época, con quien prefieras no encontrarte sin que te pregunten?
first-about = Aquí los recuerdos vuelven solos. Dilo una vez, con las palabras que quieras. Es solo para ti.
first-death = Alguien que murió
first-pregnancy = Un embarazo o un bebé
first-separation = Alguien de quien me separé
first-hard-time = Una época difícil
first-else = Otra cosa
first-nothing = Nada por ahora
first-later = Puedes decirlo cuando quieras, en Cuidado.
first-to-care = Lo que guardas con cuidado
first-nothing-kept = Los recuerdos vienen tal como son. Puedes decir algo cuando quieras, en Cuidado.
first-again = La primera pregunta
first-again-about = Alguien, o una época, con quien prefieras no encontrarte sin que te pregunten.
log-first-visit = Se respondió a la primera pregunta.
today-waits = Tus fotos están llegando
today-waits-hint = Nada vuelve antes de que estén todas: solo entonces se sabe qué dejar en paz. Mientras tanto puedes mirar la biblioteca.
today-waits-do = Mirar la biblioteca
