# Personas.

people-title = Personas
people-nobody = Todavía no hay nombres en tus fotos. Los nombres vienen de las propias fotos, de programas que reconocen caras, o de ti.
people-count =
    { $count ->
        [one] { $figures } persona
       *[other] { $figures } personas
    }
people-to-keywords = Nombres entre tus palabras clave
people-died-yours = Lo dijiste como pérdida: { $day }. Nadie más lo ve. Un día aquí es para todos.
people-things = No son personas
people-is-somebody = Sí es una persona
people-is-somebody-name = { $name }: sí es una persona
people-lived = { $born } a { $died }
people-until = hasta { $died }
people-born = nació el { $day }
people-born-age =
    { $count ->
        [one] nació el { $day }, { $figures } año
       *[other] nació el { $day }, { $figures } años
    }
people-also = También como
people-undated = Sin fecha
people-all-of =
    { $count ->
        [one] La foto de { $year }
       *[other] Las { $figures } fotos de { $year }
    }
people-all-photos =
    { $count ->
        [one] La foto
       *[other] Las { $figures } fotos
    }

people-tell = Lo que sabes
people-name = Nombre
people-save-name = Guardar el nombre
people-relation = Quién es para ti
people-relation-none = Sin decir
people-day-born = Nació el
people-if-died = Si ya no vive
people-day-died = Murió el
people-save-facts = Guardar
people-merge = Es la misma persona que otra
people-merge-about = Todas las fotos de ambas pasan a ser de esta persona. El otro nombre la sigue encontrando.
people-merge-with = La misma que
people-choose = Elige un nombre
people-merge-do = Unirlas
people-split = En algunas de estas fotos está otra persona
people-split-about = Elige las fotos en las que está otra persona. Lo apartado sigue apartado.
people-split-name = Quién es
people-split-do = Es otra persona
people-split-end = Dejarlo
people-thing = No es una persona
people-thing-about = Una mascota, una cosa o un error: el nombre sale de personas, cumpleaños y textos. Se puede seguir buscando. Lo apartado sigue apartado.
people-thing-do = No es una persona
people-taken = Ya hay alguien que se llama { $name }
people-taken-same = Son la misma persona
people-taken-two = Son dos personas

people-keywords = Nombres entre tus palabras clave
people-keywords-about = Algunos programas guardan los nombres como palabras clave. Si una es el nombre de alguien, dilo, y sus fotos serán de esa persona.
people-no-keywords = Tus fotos no tienen palabras clave.
people-keyword-somebody = Es una persona
people-keyword-somebody-name = { $name } es una persona
people-keyword-is = Una persona

people-done-rename = El nombre está cambiado.
people-done-facts = Queda anotado.
people-done-merge = Ahora son una sola persona.
people-done-split = Esas fotos son ahora suyas.
people-done-thing = Ya no está entre las personas.
people-done-keyword = Sus fotos son ahora de esa persona.
people-done-undone = Está como antes.
people-done-too-late = Eso ya no se puede deshacer: algo más ha cambiado desde entonces.
people-done-meanwhile = Esto cambió mientras tanto, quizá en otra ventana. No se ha sobrescrito nada; así está ahora.
people-done-already = Ya es así.
people-done-no-name = Un nombre necesita al menos una letra o un signo. No se ha cambiado nada.
people-done-no-life = Esos días no encajan entre sí o aún no han llegado. No se ha cambiado nada.
people-done-nobody = No hay nadie a quien elegir con ese nombre. No se ha cambiado nada.
people-done-none-chosen = No se eligió ninguna foto. No se ha cambiado nada.
people-done-cut = El nombre tenía más de 400 caracteres y se guarda hasta ahí.

people-relation-myself = Yo
people-relation-partner = Pareja
people-relation-child = Hijo o hija
people-relation-daughter = Hija
people-relation-son = Hijo
people-relation-parent = Padre o madre
people-relation-mother = Madre
people-relation-father = Padre
people-relation-sibling = Hermano o hermana
people-relation-sister = Hermana
people-relation-brother = Hermano
people-relation-grandparent = Abuelo o abuela
people-relation-grandmother = Abuela
people-relation-grandfather = Abuelo
people-relation-grandchild = Nieto o nieta
people-relation-granddaughter = Nieta
people-relation-grandson = Nieto
people-relation-aunt = Tía
people-relation-uncle = Tío
people-relation-cousin = Primo o prima
people-relation-niece = Sobrina
people-relation-nephew = Sobrino
people-relation-friend = Amistad
people-relation-other = Otra persona
people-relation-other-family = Otro familiar
people-kept-back = Algunas fotos están guardadas o preguntan primero. Quien no está en otras no aparece aquí.
people-kept-with-care = Guardado con cuidado. Se abre cuando lo pides.
